import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { TermsPage } from "@/components/about/terms-page";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { readInstance } from "@/lib/instance/settings";
import { answerMissing } from "@/lib/web/visitor/missing";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/terms">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "layout" }))("termsTitle") };
}

export default async function Terms({ params }: PageProps<"/m/[locale]/terms">) {
  setRequestLocale(asLocale((await params).locale));
  const { termsHtml } = await readInstance(connection().db);
  if (!termsHtml) {
    await answerMissing();
    return <NotFoundPage />;
  }
  return <TermsPage html={termsHtml} />;
}
