import { useLocale, useTranslations } from "next-intl";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import type { FormAction } from "@/lib/web/form-state";
import { RevealForm } from "./forms";
import { RevealedAccount } from "./revealed-account";

type RevealAccountProps = {
  handle: string;
  /** The reader's own. */
  zone: string;
  reveal: FormAction;
};

/** Asks why before anything is shown; the answer takes the same page. */
export function RevealAccount({ handle, zone, reveal }: RevealAccountProps) {
  const t = useTranslations("moderation.reveal");
  const locale = useLocale();
  const roleName = useTranslations("moderation.roles");
  const roles = {
    member: roleName("member"),
    moderator: roleName("moderator"),
    administrator: roleName("administrator"),
  };
  const labels = {
    email: t("email"),
    since: t("since"),
    role: t("role"),
    identities: t("identities"),
  };
  return (
    <FormTexts>
      <RevealForm action={reveal} resetWhenDone>
        <RevealedAccount
          title={t("answer", { handle })}
          note={t("answerNote")}
          {...{ labels, roles, zone, locale }}
        />
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
