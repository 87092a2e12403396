import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { durationText } from "@/lib/core/dates/duration-text";
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

type Rules = {
  /** Hosts look first. */
  isModerated: boolean;
  /** Everybody but hosts lets so much time pass between two comments. */
  pauseSeconds: number;
};

type WriteCommentProps = Speaker &
  Rules & {
    eventId: string;
    /** What it answers, and whose words these are. */
    answered?: { id: string; threadId: string; name: string };
  };

export function WriteComment({ eventId, answered, identities, host, add, ...rules }: WriteCommentProps) {
  const t = useTranslations("comments");
  const id = answered ? `answer-${answered.threadId}` : "new-comment";
  return (
    <CommentForm id={id} action={add} resetWhenDone className="comment-form">
      <input type="hidden" name="eventId" value={eventId} />
      {answered && <input type="hidden" name="inReplyToId" value={answered.id} />}
      <TextAreaField
        name="text"
        label={answered ? t("yourAnswer", { name: answered.name }) : t("yourComment")}
        hint={useHint(rules, host !== null)}
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

function useHint({ isModerated, pauseSeconds }: Rules, isHost: boolean): string {
  const t = useTranslations("comments");
  const locale = useLocale();
  if (isHost) return t("hint");
  const hint = t(isModerated ? "hintModerated" : "hint");
  return pauseSeconds ? `${hint} ${t("pause", { duration: durationText(pauseSeconds, locale) })}` : hint;
}
