import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/lib/web/form-state";

const phrases = ["acted", "fine", "watch"] as const;

/** Ends a case with an answer to those who reported it; some that are often used stand ready to be taken over. */
export function CloseCase({ caseId, close }: { caseId: string; close: FormAction }) {
  const t = useTranslations("cases.act");
  const forms = useTranslations("forms");
  return (
    <Dialog opener={t("close")} variant="primary" title={t("closeTitle")}>
      <p>{t("closeText")}</p>
      <details>
        <summary>{t("phrases")}</summary>
        <ul className="small">
          {phrases.map((phrase) => (
            <li key={phrase}>{t(`phrase.${phrase}`)}</li>
          ))}
        </ul>
      </details>
      <ActionForm action={close} id="close">
        <input type="hidden" name="caseId" value={caseId} />
        <TextAreaField
          name="answer"
          label={t("answer")}
          hint={t("answerHint")}
          optional={forms("optional")}
          maxLength={3000}
          rows={3}
        />
        <SubmitButton>{t("close")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
