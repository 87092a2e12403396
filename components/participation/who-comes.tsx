import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { Event } from "@/db/schema/events";
import { peoplePath } from "@/lib/core/participation-paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { FaceName } from "./face-name";

type WhoComesProps = {
  event: Pick<Event, "slug" | "guestList">;
  faces: Face[];
  /** Ids of those whose pages the reader may open. */
  openable: Set<string>;
  /** People who come, with those who are not named. */
  going: number;
};

/** Some of those who come, under the event, and the way to all; nothing as long as nobody does. */
export function WhoComes({ event, faces, openable, going }: WhoComesProps) {
  const t = useTranslations("people");
  if (faces.length === 0) return null;
  const others = going - faces.length;
  return (
    <section className="who-comes" aria-labelledby="who-comes">
      <h2 id="who-comes" className="text-step-2">
        {t("title")}
      </h2>
      <ul className="faces">
        {faces.map((face) => (
          <li key={face.id}>
            <Avatar name={face.name} picture={pictureSources(face.avatar)} size="small" />
            <FaceName face={face} openable={openable} />
          </li>
        ))}
        {others > 0 && (
          <li>
            <a href={peoplePath(event.slug)}>{t("others", { count: others })}</a>
          </li>
        )}
      </ul>
      {event.guestList === "participants" && <p className="soft small">{t("forParticipants")}</p>}
    </section>
  );
}
