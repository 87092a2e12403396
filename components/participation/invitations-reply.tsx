import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { ButtonLink } from "@/components/ui/button";
import { eventPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { OpenInvitation } from "@/lib/participation/invitations/queries";
import type { FormAction } from "@/lib/web/form-state";

export type InvitationAnswers = { reply: FormAction; dismiss: FormAction };

type InvitationReplyProps = { invitation: OpenInvitation; identity: Face; answers: InvitationAnswers };

/** Yes, maybe, no, or nothing at all, by the identity that was asked. What must be answered first is asked on the event's page. */
export function InvitationReply({ invitation, identity, answers }: InvitationReplyProps) {
  const t = useTranslations("inviting.open");
  const tJoining = useTranslations("joining");
  const { event, mustAnswer } = invitation;
  const isAnsweredHere = event.joinMode === "free" || event.joinMode === "approval";
  const page = `${eventPath(event.slug)}#take-part`;
  return (
    <>
      {isAnsweredHere && (
        <ActionForm action={answers.reply} id={`answer-${event.id}`}>
          <input type="hidden" name="eventId" value={event.id} />
          <ActingAs identity={identity} picture={pictureSources(identity.avatar)} />
          <div className="row">
            {mustAnswer ? (
              <ButtonLink variant="primary" href={page}>
                {t("going")}
              </ButtonLink>
            ) : (
              <SubmitButton name="answer" value="going">
                {t("going")}
              </SubmitButton>
            )}
            {(event.domain ? (["declined"] as const) : (["maybe", "declined"] as const)).map((answer) => (
              <SubmitButton key={answer} variant="plain" name="answer" value={answer}>
                {tJoining(answer)}
              </SubmitButton>
            ))}
          </div>
        </ActionForm>
      )}
      {!isAnsweredHere && <ButtonLink href={page}>{t("see")}</ButtonLink>}
      <ActionForm action={answers.dismiss} id={`dismiss-${event.id}`}>
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="as" value={identity.handle} />
        <div>
          <SubmitButton variant="quiet" small>
            {t("dismiss")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
