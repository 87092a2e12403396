import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { Dialog } from "@/components/ui/dialog";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";

type LeaveDialogProps = {
  event: { id: string; title: string };
  identity: Face;
  /** What is given up: a place, a request, an offered place, a turn in the waiting list. */
  kind: "leave" | "takeBack" | "letGo" | "leaveLine";
  leave: FormAction;
};

/** Asks once, and says what will happen to whom. */
export function LeaveDialog({ event, identity, kind, leave }: LeaveDialogProps) {
  const t = useTranslations(`joining.${kind}`);
  return (
    <Dialog opener={t("open")} small title={t("title", { title: event.title })}>
      <p>{t("text", { name: identity.name })}</p>
      <ActionForm action={leave} className="mt-4">
        <input type="hidden" name="eventId" value={event.id} />
        <ActingAs identity={identity} picture={pictureSources(identity.avatar)} />
        <div className="row">
          <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
