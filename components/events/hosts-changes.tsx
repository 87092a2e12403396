import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";

type ChangeProps = { event: { id: string; title: string }; acting: Face; action: FormAction };
type AboutHost = ChangeProps & { face: Face };

/** Gives the event away: asks once, and says what stays. */
export function HandOver({ face, ...props }: AboutHost) {
  const t = useTranslations("hosts.handOver");
  const { name } = face;
  return (
    <Dialog
      opener={<Opener words={t("open")} said={t("openName", { name })} />}
      small
      title={t("title", { name })}
      className="host-change"
    >
      <p>{t("text", { name })}</p>
      <Change {...props} actorId={face.id} label={t("confirm", { name })} />
    </Dialog>
  );
}

/** Ends somebody's hosting: asks once. */
export function RemoveHost({ face, ...props }: AboutHost) {
  const t = useTranslations("hosts.remove");
  const { name } = face;
  return (
    <Dialog
      opener={<Opener words={t("open")} said={t("openName", { name })} />}
      small
      variant="quiet"
      title={t("title", { name })}
      className="host-change"
    >
      <p>{t("text", { name })}</p>
      <Change {...props} actorId={face.id} label={t("confirm")} />
    </Dialog>
  );
}

/** The reader's own hosting. */
export function StopHosting({ organizer, ...props }: ChangeProps & { organizer: { name: string } }) {
  const t = useTranslations("hosts.leave");
  return (
    <Dialog opener={t("open")} small title={t("title")} className="host-change">
      <p>{t("text", { organizer: organizer.name })}</p>
      <Change {...props} label={t("confirm")} />
    </Dialog>
  );
}

/** Nothing has happened yet that would have to be asked about. */
export function TakeInvitationBack({ face, event, acting, action }: AboutHost) {
  const t = useTranslations("hosts.takeBack");
  return (
    <ActionForm action={action} id={`take-back-${face.id}`}>
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="actorId" value={face.id} />
      <input type="hidden" name="as" value={acting.handle} />
      <SubmitButton variant="quiet" small>
        <Opener words={t("open")} said={t("openName", { handle: face.handle })} />
      </SubmitButton>
    </ActionForm>
  );
}

/** Read instead of the button's words, since a list holds many that look the same. */
function Opener({ words, said }: { words: string; said: string }): ReactNode {
  return (
    <>
      <span aria-hidden="true">{words}</span>
      <VisuallyHidden>{said}</VisuallyHidden>
    </>
  );
}

function Change({
  event,
  acting,
  action,
  actorId,
  label,
}: ChangeProps & { actorId?: string; label: string }) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="eventId" value={event.id} />
      {actorId && <input type="hidden" name="actorId" value={actorId} />}
      <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
      <SubmitButton variant="danger">{label}</SubmitButton>
    </ActionForm>
  );
}
