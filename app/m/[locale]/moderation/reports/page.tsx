import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { CaseFilters } from "@/components/moderation/case-filters";
import { CaseList } from "@/components/moderation/case-list";
import { NoCases } from "@/components/moderation/no-cases";
import { OlderLink } from "@/components/moderation/older-link";
import { Tabs } from "@/components/ui/tabs";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canModerate } from "@/lib/instance/policy";
import { caseTabs, countCases, listCases } from "@/lib/moderation/cases/list";
import { afterText, caseSearch } from "@/lib/web/cases-reading";
import { noticeOf } from "@/lib/web/notice";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/moderation/reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "cases" });
  return { title: t("title") };
}

/** What was reported, the last first: open, one's own, or closed. */
export default async function ReportsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.reports, canModerate);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const asked = caseSearch.parse(await searchParams);
  const { after, ...filter } = asked;
  const [t, cases, counts, { cases: shown, hasMore }] = await Promise.all([
    getTranslations("cases"),
    countCases(staff),
    countForStaff(staff),
    listCases(staff, { ...filter, ...(after && { after }) }),
  ]);
  const tabs = caseTabs.map((tab) => ({
    href: `${paths.reports}?tab=${tab}`,
    label: t(`tabs.${tab}`),
    current: tab === filter.tab,
    count: tab === "closed" ? undefined : cases[tab],
  }));
  const last = shown.at(-1)?.found;
  return (
    <AdminFrame
      current="reports"
      role={staff.actor.role}
      counts={counts}
      notice={await noticeOf(searchParams)}
    >
      <Tabs label={t("title")} tabs={tabs} />
      <CaseFilters {...filter} />
      {shown.length === 0 ? (
        <NoCases tab={filter.tab} isAsked={Boolean(filter.kind || filter.category)} />
      ) : (
        <CaseList cases={shown} zone={staff.zone} accountId={staff.actor.accountId} />
      )}
      <OlderLink
        label={t("pages")}
        first={after ? { href: `${paths.reports}?${new URLSearchParams(filter)}`, text: t("newest") } : null}
        older={
          hasMore && last
            ? {
                href: `${paths.reports}?${new URLSearchParams({ ...filter, after: afterText(last) })}`,
                text: t("older"),
              }
            : null
        }
      />
    </AdminFrame>
  );
}
