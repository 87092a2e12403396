import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import type { Invitation } from "@/lib/events/hosts/queries";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";

export type HostAnswers = { accept: FormAction; decline: FormAction };

type HostsAnswerProps = {
  invitation: Pick<Invitation, "event" | "status">;
  identity: Face;
  answers: HostAnswers;
};

/** Yes or no, by the identity that was asked. Whoever said no may still say yes. */
export function HostsAnswer({ invitation: { event, status }, identity, answers }: HostsAnswerProps) {
  const t = useTranslations("hosts.invitation");
  const form = `${event.id}-${identity.id}`;
  return (
    <div className="hosts-answer">
      <ActionForm action={answers.accept} id={`accept-${form}`}>
        <input type="hidden" name="eventId" value={event.id} />
        <ActingAs identity={identity} picture={pictureSources(identity.avatar)} />
        <SubmitButton>{t("accept")}</SubmitButton>
      </ActionForm>
      {status === "invited" && (
        <ActionForm action={answers.decline} id={`decline-${form}`}>
          <input type="hidden" name="eventId" value={event.id} />
          <input type="hidden" name="as" value={identity.handle} />
          <SubmitButton variant="plain">{t("decline")}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
