import { useTranslations } from "next-intl";
import { CheckListField, HiddenField, TextAreaField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { type Audience, audiences, statusesOf } from "@/lib/participation/announcements/input";
import type { FormAction } from "@/lib/web/form-state";
import { AnnouncementForm } from "./host-message-forms";

type Counts = Partial<Record<Participation["status"], number>>;

type HostMessageFormProps = { event: Event; acting: Face; counts: Counts; newId: string; write: FormAction };

/** What to say, to whom, and when: who gets it is said beside each choice, before it is sent. */
export function HostMessageForm({ event, acting, counts, newId, write }: HostMessageFormProps) {
  const t = useTranslations("hostMessages");
  const forms = useTranslations("forms");
  const choices = audiences.map((audience) => ({
    value: audience,
    label: t(`audience.${audience}`, { people: countOf(audience, counts) }),
  }));
  return (
    <AnnouncementForm action={write} className="panel max-w-2xl">
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="as" value={acting.handle} />
      <HiddenField name="announcementId" defaultValue={newId} />
      <CheckListField name="audience" label={t("to")} choices={choices} defaultValues={["going"]} />
      <TextField name="subject" label={t("subject")} optional={forms("optional")} maxLength={150} />
      <TextAreaField name="body" label={t("body")} rows={7} maxLength={5000} required />
      <details className="more">
        <summary>{t("later")}</summary>
        <TextField
          name="sendAt"
          type="datetime-local"
          label={t("sendAt")}
          hint={t("sendAtHint", { zone: event.zone })}
          optional={forms("optional")}
          max="2200-12-31T23:59"
        />
      </details>
      <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </AnnouncementForm>
  );
}

function countOf(audience: Audience, counts: Counts): number {
  return statusesOf[audience].reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
