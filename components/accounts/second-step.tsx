import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths, signInPath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { CodeField } from "./second-factor-fields";
import { CodeForm } from "./second-factor-forms";

type SecondStepProps = { finish: FormAction; back: string; withRecovery: boolean };

/** The question after the password. */
export function SecondStep({ finish, back, withRecovery }: SecondStepProps) {
  const t = useTranslations("accounts.secondStep");
  const signIn = useTranslations("accounts")("signIn");
  const here = `${paths.secondStep}?back=${encodeURIComponent(back)}`;
  return (
    <FormPage
      title={t("title")}
      lead={t(withRecovery ? "recoveryLead" : "lead")}
      after={
        <ul className="grid gap-2">
          <li>
            {withRecovery ? (
              <a href={here}>{t("withApp")}</a>
            ) : (
              <a href={`${here}&with=recovery`}>{t("withRecovery")}</a>
            )}
          </li>
          <li>
            <a href={signInPath(back)}>{t("startAgain")}</a>
          </li>
        </ul>
      }
    >
      <FormTexts>
        <CodeForm action={finish} key={String(withRecovery)}>
          <input type="hidden" name="back" value={back} />
          {withRecovery ? (
            <CodeField label={t("recovery")} hint={t("recoveryHint")} />
          ) : (
            <CodeField label={t("code")} hint={t("codeHint")} isDigits />
          )}
          <SubmitButton wide>{signIn}</SubmitButton>
        </CodeForm>
      </FormTexts>
    </FormPage>
  );
}

/** Nobody is asked any more: it took too long, or this browser forgot. */
export function SecondStepOver({ back }: { back: string }) {
  const t = useTranslations("accounts.secondStep");
  const signIn = useTranslations("accounts")("signIn");
  return (
    <FormPage title={t("over")}>
      <p>{t("overText")}</p>
      <ButtonLink href={signInPath(back)} variant="primary" wide>
        {signIn}
      </ButtonLink>
    </FormPage>
  );
}
