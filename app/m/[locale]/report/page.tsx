import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FormPage } from "@/components/layout/form-page";
import { ReportForm } from "@/components/moderation/report-form";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { namedIn, readReportable } from "@/lib/web/report-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { reportAction } from "./actions";

type Props = PageProps<"/m/[locale]/report">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "report" });
  return { title: t("link"), robots: { index: false } };
}

/** Of an event, a comment or somebody: whoever sees it may report it. */
export default async function ReportPage({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const found = await readReportable(...namedIn(await searchParams));
  if (!found?.thing) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { thing, named, by, path } = found;
  if (!by) redirect(signInPath(path));
  const [t, { hasRules }] = await Promise.all([getTranslations("report"), readInstanceFrame()]);
  const titles = { event: t("titleEvent"), comment: t("titleComment"), identity: t("titleIdentity") };
  const { pathname, search, hash } = new URL(thing.copy.url);
  return (
    <FormPage
      title={titles[thing.kind]}
      lead={<Lead hasRules={hasRules} />}
      after={<a href={pathname + search + hash}>{t("back")}</a>}
    >
      <ReportForm thing={thing} name={named.name} locale={locale} by={by} report={reportAction} />
    </FormPage>
  );
}

async function Lead({ hasRules }: { hasRules: boolean }) {
  const t = await getTranslations("report");
  return hasRules ? t.rich("leadRules", { rules: (words) => <a href={paths.rules}>{words}</a> }) : t("lead");
}
