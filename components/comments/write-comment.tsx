import { useTranslations } from "next-intl";
import { CheckboxField, TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";
import { CommentForm } from "./forms";
import { SpeakAs } from "./speak-as";

export type Speaker = {
  /** As whom the reader can speak, the one to propose first. */
  identities: Face[];
  /** Whether one of them hosts: it may announce. */
  host: Face | null;
  add: FormAction;
};

type WriteCommentProps = Speaker & {
  eventId: string;
  /** What it answers, and whose words these are. */
  answered?: { id: string; threadId: string; name: string };
  /** Hosts look first. */
  isModerated: boolean;
};

export function WriteComment({ eventId, answered, identities, host, isModerated, add }: WriteCommentProps) {
  const t = useTranslations("comments");
  const id = answered ? `answer-${answered.threadId}` : "new-comment";
  return (
    <CommentForm id={id} action={add} resetWhenDone className="comment-form">
      <input type="hidden" name="eventId" value={eventId} />
      {answered && <input type="hidden" name="inReplyToId" value={answered.id} />}
      <TextAreaField
        name="text"
        label={answered ? t("yourAnswer", { name: answered.name }) : t("yourComment")}
        hint={isModerated && !host ? t("hintModerated") : t("hint")}
        maxLength={5000}
        rows={answered ? 3 : 4}
        required
      />
      <SpeakAs identities={identities} />
      {host && !answered && (
        <CheckboxField
          name="announcement"
          label={t("announce")}
          hint={t("announceHint", { name: host.name })}
        />
      )}
      <div className="row">
        <SubmitButton variant="plain">{answered ? t("answer") : t("publish")}</SubmitButton>
      </div>
    </CommentForm>
  );
}
