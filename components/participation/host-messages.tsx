import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import { eventPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { WrittenAnnouncement } from "@/lib/participation/announcements/queries";
import type { FormAction } from "@/lib/web/form-state";
import { HostMessageForm } from "./host-message-form";
import { HostMessageList } from "./host-message-list";

type HostMessagesProps = {
  event: Event;
  /** As whom the reader writes. */
  acting: Face;
  /** How many stand where. */
  counts: Partial<Record<Participation["status"], number>>;
  written: WrittenAnnouncement[];
  /** Of what is written next. */
  newId: string;
  actions: { write: FormAction; cancel: FormAction };
};

/** Where hosts write to those who answered, and see what was written. */
export function HostMessages({ event, acting, counts, written, newId, actions }: HostMessagesProps) {
  const t = useTranslations("hostMessages");
  return (
    <section className="section">
      <p className="soft mb-2">
        <a href={eventPath(event.slug)}>{event.title}</a>
      </p>
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mt-1 mb-5 max-w-xl">{t("lead")}</p>
      <FormTexts>
        <HostMessageForm {...{ event, acting, counts, newId }} write={actions.write} />
        <HostMessageList event={event} acting={acting} written={written} cancel={actions.cancel} />
      </FormTexts>
    </section>
  );
}
