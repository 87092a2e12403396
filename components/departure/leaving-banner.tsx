import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { formatWhen } from "@/lib/core/dates/when";
import type { FormAction } from "@/lib/web/form-state";

type LeavingBannerProps = { leavesAt: Date; zone: string; keep: FormAction };

/** On every page while an account waits for its end: when, and the way back with one click. */
export function LeavingBanner({ leavesAt, zone, keep }: LeavingBannerProps) {
  const t = useTranslations("departure.banner");
  const locale = useLocale();
  const date = formatWhen({ startsAt: leavesAt, endsAt: null, zone, locale });
  return (
    <Alert tone="warning" className="mt-5">
      <div className="leaving-banner">
        <p className="font-semibold">{t("text", { date })}</p>
        <ButtonForm action={keep}>
          <SubmitButton variant="plain" small>
            {t("keep")}
          </SubmitButton>
        </ButtonForm>
      </div>
    </Alert>
  );
}
