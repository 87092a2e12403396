import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { feedTypes } from "@/components/events/feed-types";
import { FrontPage } from "@/components/events/front-page";
import { env } from "@/lib/core/env";
import { pageNumber, readFrontPage } from "@/lib/web/front-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { tagUpcoming } from "@/lib/web/visitor/tag-upcoming";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/upcoming/[page]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, page } = await params;
  const t = await getTranslations({ locale: parseVariant(variant)?.locale ?? "en", namespace: "front" });
  const query = page === "1" ? "" : `?page=${page}`;
  return {
    title: page === "1" ? undefined : t("titleOfPage", { page }),
    alternates: {
      canonical: `${env().ORIGIN}/${query}`,
      types: feedTypes({ kind: "all" }, env().ORIGIN),
    },
  };
}

/** `/?page=2` for visitors, whose pages know nothing of queries. */
export default async function VisitorUpcomingPage({ params }: Props) {
  const { variant, page } = await params;
  const { locale } = parseVariant(variant) ?? notFound();
  setRequestLocale(locale);
  const number = pageNumber(page) ?? notFound();
  const front = await readFrontPage(number, new Date());
  if (!front) {
    await answerMissing();
    return <NotFoundPage />;
  }
  await tagUpcoming(front);
  return <FrontPage {...front} />;
}
