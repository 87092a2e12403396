import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Pager } from "@/components/ui/pager";
import type { Event } from "@/db/schema/events";
import { peoplePath } from "@/lib/core/participation-paths";
import { eventPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { Coming } from "@/lib/participation/who-comes";
import { FaceName } from "./face-name";

type PeopleViewProps = {
  event: Pick<Event, "slug" | "title" | "guestList">;
  coming: Coming;
  faces: Face[];
  openable: Set<string>;
  /** The reader's own identities that come and are not named. */
  hidden: Face[];
  page: number;
  pageCount: number;
};

/** Everybody who comes and lets it be seen, by name, and how many others. */
export function PeopleView(props: PeopleViewProps) {
  const { event, coming, faces, openable, hidden, page, pageCount } = props;
  const t = useTranslations("people");
  const count = coming.named + coming.hidden + coming.byMail + coming.guests;
  const others = useOthersText(coming);
  return (
    <section className="section">
      <p className="soft mb-2">
        <a href={eventPath(event.slug)}>{event.title}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="soft">
        {t("count", { count })} {others && t("also", { list: others })}{" "}
        <ForWhom guestList={event.guestList} />
      </p>
      {hidden.map(({ id, name }) => (
        <p key={id} className="soft">
          {t("youAreHidden", { name })}
        </p>
      ))}
      {faces.length > 0 && (
        <ul className="list people">
          {faces.map((face) => (
            <li key={face.id}>
              <Avatar name={face.name} picture={pictureSources(face.avatar)} />
              <FaceName face={face} openable={openable} />
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={(number) => peoplePath(event.slug, number)} />
    </section>
  );
}

function ForWhom({ guestList }: Pick<Event, "guestList">) {
  const t = useTranslations("people");
  if (guestList === "everybody") return null;
  return guestList === "participants" ? t("forParticipants") : t("forHosts");
}

function useOthersText({ guests, byMail, hidden }: Coming): string {
  const t = useTranslations("people");
  const format = useFormatter();
  const parts = [
    guests > 0 && t("alsoGuests", { count: guests }),
    byMail > 0 && t("alsoMail", { count: byMail }),
    hidden > 0 && t("alsoHidden", { count: hidden }),
  ].filter((part) => typeof part === "string");
  return format.list(parts);
}
