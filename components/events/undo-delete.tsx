import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { FocusedNotice } from "@/components/ui/focused-notice";
import type { FormAction } from "@/lib/web/form-state";

type UndoDeleteProps = {
  /** What was deleted less than a minute ago; `organizer`: the handle of whoever announced it. */
  deleted: { id: string; title: string; organizer: string }[];
  restore: FormAction;
};

/** For second thoughts: what was just deleted can be taken back. */
export function UndoDelete({ deleted, restore }: UndoDeleteProps) {
  const t = useTranslations("undoDelete");
  if (deleted.length === 0) return null;
  return (
    <FormTexts>
      <FocusedNotice signal={deleted.map(({ id }) => id).join()}>
        {deleted.map(({ id, title, organizer }) => (
          <Alert
            key={id}
            tone="success"
            role="status"
            title={title ? t("deleted", { title }) : t("deletedUntitled")}
          >
            <p>{t("text")}</p>
            <ActionForm action={restore} id={`restore-${id}`} className="mt-3">
              <input type="hidden" name="eventId" value={id} />
              <input type="hidden" name="as" value={organizer} />
              <SubmitButton variant="plain" small>
                {t("undo")}
              </SubmitButton>
            </ActionForm>
          </Alert>
        ))}
      </FocusedNotice>
    </FormTexts>
  );
}
