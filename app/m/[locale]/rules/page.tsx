import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { RulesPage } from "@/components/about/rules-page";
import { asLocale } from "@/lib/core/locale";
import { readRules } from "@/lib/web/texts-reading";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/rules">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "documents" }))("rules.title") };
}

export default async function Rules({ params }: Props) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const found = await readRules(locale);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  return <RulesPage found={found} />;
}
