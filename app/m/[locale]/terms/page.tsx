import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentPage } from "@/components/about/document-page";
import { NotFoundPage } from "@/components/about/not-found-page";
import { asLocale } from "@/lib/core/locale";
import { readDocument } from "@/lib/web/texts-reading";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/terms">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "documents" }))("terms.title") };
}

export default async function TermsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const found = await readDocument("terms", searchParams);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  return <DocumentPage {...found} />;
}
