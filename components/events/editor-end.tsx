import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/lib/web/form-state";

type EditorEndProps = {
  eventId: string;
  title: string;
  organizer: ComponentProps<typeof ActingAs>;
  action: FormAction;
};

/** Calls an announced event off: asks once, and says who will hear of it. */
export function EditorCancel({ people, ...props }: EditorEndProps & { people: number }) {
  const t = useTranslations("eventForm");
  return (
    <Dialog opener={t("cancel")} variant="danger" title={t("cancelTitle", { title: props.title })}>
      <p>{t("cancelExplained", { people })}</p>
      <Confirm {...props} label={t("cancelConfirm")} />
    </Dialog>
  );
}

/** Throws a draft away: asks once. */
export function EditorDiscard(props: EditorEndProps) {
  const t = useTranslations("eventForm");
  const title = props.title ? t("discardTitle", { title: props.title }) : t("discardUntitled");
  return (
    <Dialog opener={t("discard")} variant="danger" title={title}>
      <p>{t("discardExplained")}</p>
      <Confirm {...props} label={t("discardConfirm")} />
    </Dialog>
  );
}

function Confirm({ eventId, organizer, label, action }: Omit<EditorEndProps, "title"> & { label: string }) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="eventId" value={eventId} />
      <ActingAs {...organizer} />
      <SubmitButton variant="danger">{label}</SubmitButton>
    </ActionForm>
  );
}
