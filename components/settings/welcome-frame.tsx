import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonForm } from "@/components/forms/button-form";
import { Button } from "@/components/ui/button";
import { Toast } from "@/components/ui/toast";
import type { OnboardingStep } from "@/lib/accounts/onboarding";
import { welcomePath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type WelcomeFrameProps = {
  steps: readonly OnboardingStep[];
  /** The step that is shown. */
  step: OnboardingStep;
  /** How far they are: earlier steps can be seen again. */
  reached: OnboardingStep;
  notice: string | null;
  skipStep: FormAction;
  skipAll: FormAction;
  children: ReactNode;
};

/** What every step of a newcomer's way stands in: where one is, and two ways out. */
export function WelcomeFrame({
  steps,
  step,
  reached,
  notice,
  skipStep,
  skipAll,
  children,
}: WelcomeFrameProps) {
  const t = useTranslations("onboarding");
  return (
    <div className="narrow welcome">
      <Toast message={notice} />
      <nav aria-label={t("steps")}>
        <ol className="welcome-steps">
          {steps.map((each) => (
            <li key={each} data-state={stateOf(each, { steps, step, reached })}>
              {each !== step && steps.indexOf(each) <= steps.indexOf(reached) ? (
                <a href={welcomePath(each)}>{t(`step.${each}`)}</a>
              ) : (
                <span aria-current={each === step ? "step" : undefined}>{t(`step.${each}`)}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <h1 className="text-step-2">{t(`${step}Title`)}</h1>
      <p className="soft mt-2">{t(`${step}Lead`)}</p>
      <div className="panel">{children}</div>
      <div className="row mt-5 justify-center">
        <ButtonForm action={skipStep}>
          <input type="hidden" name="step" value={step} />
          <Button type="submit" variant="quiet">
            {t("skip")}
          </Button>
        </ButtonForm>
        <ButtonForm action={skipAll}>
          <Button type="submit" variant="quiet">
            {t("skipAll")}
          </Button>
        </ButtonForm>
      </div>
    </div>
  );
}

function stateOf(
  each: OnboardingStep,
  { steps, step, reached }: Pick<WelcomeFrameProps, "steps" | "step" | "reached">,
) {
  if (each === step) return "current";
  return steps.indexOf(each) < steps.indexOf(reached) ? "done" : "open";
}
