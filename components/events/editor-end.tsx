import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Event } from "@/db/schema/events";
import { copyEventPath } from "@/lib/core/paths";
import { canOwnEvent } from "@/lib/events/policy";
import { isOver } from "@/lib/events/rules";
import type { Face } from "@/lib/identities/queries";
import type { PictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";

type EditorEndProps = {
  event: Event;
  /** Who would do it. */
  acting: { identity: Face; picture: PictureSources | null };
  /** How many are in or wait: they hear of it. */
  people: number;
  cancel: FormAction;
  remove: FormAction;
};

/** The ways to end an event: call it off, and delete it; each asks once. */
export function EditorEnd(props: EditorEndProps) {
  const t = useTranslations("eventForm");
  const { event, acting } = props;
  const canCancel = event.publishedAt && event.status !== "cancelled" && !isOver(event, new Date());
  const canDelete = canOwnEvent({ kind: "identity", actorId: acting.identity.id }, event);
  return (
    <div className="row mt-5">
      {event.publishedAt && <ButtonLink href={copyEventPath(event.slug)}>{t("duplicate")}</ButtonLink>}
      {canCancel && <Cancel {...props} />}
      {canDelete && (event.publishedAt ? <Delete {...props} /> : <Discard {...props} />)}
    </div>
  );
}

function Cancel({ event, acting, people, cancel }: EditorEndProps) {
  const t = useTranslations("eventForm");
  return (
    <Dialog opener={t("cancel")} variant="danger" title={t("cancelTitle", { title: event.title })}>
      <p>{t("cancelExplained", { people })}</p>
      <Confirm event={event} acting={acting} label={t("cancelConfirm")} action={cancel} />
    </Dialog>
  );
}

function Delete({ event, acting, people, remove }: EditorEndProps) {
  const t = useTranslations("eventForm");
  const isSilent = event.status === "cancelled" || isOver(event, new Date());
  return (
    <Dialog opener={t("delete")} variant="danger" title={t("deleteTitle", { title: event.title })}>
      <p>{isSilent ? t("deleteOver") : t("deleteExplained", { people })}</p>
      <Confirm event={event} acting={acting} label={t("deleteConfirm")} action={remove} />
    </Dialog>
  );
}

function Discard({ event, acting, remove }: EditorEndProps) {
  const t = useTranslations("eventForm");
  const title = event.title ? t("discardTitle", { title: event.title }) : t("discardUntitled");
  return (
    <Dialog opener={t("discard")} variant="danger" title={title}>
      <p>{t("discardExplained")}</p>
      <Confirm event={event} acting={acting} label={t("discardConfirm")} action={remove} />
    </Dialog>
  );
}

type ConfirmProps = Pick<EditorEndProps, "event" | "acting"> & { label: string; action: FormAction };

function Confirm({ event, acting, label, action }: ConfirmProps) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="eventId" value={event.id} />
      <ActingAs {...acting} />
      <SubmitButton variant="danger">{label}</SubmitButton>
    </ActionForm>
  );
}
