import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Button, ButtonLink } from "@/components/ui/button";
import type { OnboardingStep } from "@/lib/accounts/onboarding";
import { welcomePath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

/** Quietly, until they are done: a newcomer has not looked at everything. */
export function OnboardingReminder({ step, neverMind }: { step: OnboardingStep; neverMind: FormAction }) {
  const t = useTranslations("onboarding");
  return (
    <aside className="reminder" aria-label={t("steps")}>
      <p>{t("reminder", { step: t(`step.${step}`) })}</p>
      <div className="row">
        <ButtonLink href={welcomePath(step)} small>
          {t("goOn")}
        </ButtonLink>
        <ButtonForm action={neverMind}>
          <Button type="submit" variant="quiet" small>
            {t("neverMind")}
          </Button>
        </ButtonForm>
      </div>
    </aside>
  );
}
