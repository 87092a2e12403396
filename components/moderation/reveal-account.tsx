import { useTranslations } from "next-intl";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import type { FormAction } from "@/lib/web/form-state";
import { RevealForm } from "./forms";
import { RevealedAccount } from "./revealed-account";

/** Asks why before anything is shown; the answer takes the same page. */
export function RevealAccount({ handle, reveal }: { handle: string; reveal: FormAction }) {
  const t = useTranslations("moderation.reveal");
  const labels = {
    email: t("email"),
    since: t("since"),
    role: t("role"),
    identities: t("identities"),
  };
  return (
    <FormTexts>
      <RevealForm action={reveal} resetWhenDone>
        <RevealedAccount title={t("answer", { handle })} note={t("answerNote")} labels={labels} />
        <input type="hidden" name="handle" value={handle} />
        <Alert tone="warning">{t("logged")}</Alert>
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          minLength={10}
          maxLength={1000}
          rows={3}
          required
        />
        <SubmitButton wide>{t("show")}</SubmitButton>
      </RevealForm>
    </FormTexts>
  );
}
