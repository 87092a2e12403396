import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";
import type { CaseTab } from "@/lib/moderation/cases/list";

/** `isAsked`: some of them were asked for, so there may be others. */
export function NoCases({ tab, isAsked }: { tab: CaseTab; isAsked: boolean }) {
  const t = useTranslations("cases");
  if (!isAsked)
    return (
      <EmptyState icon="check" title={t(`noneIn.${tab}`)}>
        {tab === "mine" ? t("noneMineText") : t("noneText")}
      </EmptyState>
    );
  const all = <ButtonLink href={`${paths.reports}?tab=${tab}`}>{t("filter.showAll")}</ButtonLink>;
  return (
    <EmptyState icon="search" title={t("noneAsked")} action={all}>
      {t("noneAskedText")}
    </EmptyState>
  );
}
