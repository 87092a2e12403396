import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";
import { AddressForm } from "./forms";

/** Asks for a mail with a link. What it answers never depends on whether the address has an account. */
export function AskMail({ ask, label }: { ask: FormAction; label: string }) {
  const t = useTranslations("accounts");
  return (
    <FormTexts>
      <AddressForm action={ask}>
        <TextField name="email" label={t("email")} type="email" autoComplete="email" required />
        <SubmitButton wide>{label}</SubmitButton>
      </AddressForm>
    </FormTexts>
  );
}
