import { useTranslations } from "next-intl";
import { CheckboxField, TextAreaField, TextField } from "@/components/forms/fields";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { OwnReply } from "@/lib/participation/own-reply";
import { QuestionFields } from "./question-fields";

type ReplyFieldsProps = {
  event: Pick<Event, "domain" | "guestsAllowed" | "guestList">;
  /** Who reads the note. */
  organizer: string;
  questions: EventQuestion[];
  /** What was said before. */
  own?: OwnReply;
  /** Hosts decide by the note: it is not folded away. */
  isNoteOpen: boolean;
};

/** All that an answer may come with: whom one brings, what the hosts ask, a note, and who sees it. */
export function ReplyFields({ event, organizer, questions, own, isNoteOpen }: ReplyFieldsProps) {
  const t = useTranslations("joining");
  // Who is named on another server is for that server to show.
  const canHide = !event.domain && (event.guestList === "everybody" || event.guestList === "participants");
  const note = <Note organizer={organizer} message={own?.message} />;
  return (
    <>
      {event.guestsAllowed > 0 && <Guests allowed={event.guestsAllowed} own={own} />}
      <QuestionFields questions={questions} answers={own?.answers} />
      {isNoteOpen ? (
        note
      ) : (
        <details className="more">
          <summary>{t("addNote")}</summary>
          {note}
        </details>
      )}
      {canHide && (
        <CheckboxField
          name="isHidden"
          label={t("hide")}
          hint={t(event.guestList === "everybody" ? "hideHint.everybody" : "hideHint.participants")}
          defaultChecked={own?.isHidden}
        />
      )}
    </>
  );
}

function Guests({ allowed, own }: { allowed: number; own?: OwnReply }) {
  const t = useTranslations("joining");
  const number = { type: "number", min: 0, max: allowed, inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <fieldset className="field">
      <legend className="label">{t("guests")}</legend>
      <p className="hint">{t("guestsHint", { count: allowed })}</p>
      <div className="grid grid-cols-2 gap-3">
        <TextField {...number} name="adults" label={t("adults")} defaultValue={own?.adults || ""} />
        <TextField {...number} name="children" label={t("children")} defaultValue={own?.children || ""} />
      </div>
    </fieldset>
  );
}

function Note({ organizer, message }: { organizer: string; message?: string }) {
  const t = useTranslations("joining");
  const forms = useTranslations("forms");
  return (
    <TextAreaField
      name="message"
      label={t("message")}
      hint={t("messageHint", { organizer })}
      optional={forms("optional")}
      maxLength={1000}
      rows={3}
      defaultValue={message}
    />
  );
}
