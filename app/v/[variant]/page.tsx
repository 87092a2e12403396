import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { feedTypes } from "@/components/events/feed-types";
import { FrontPage } from "@/components/events/front-page";
import { env } from "@/lib/core/env";
import { readFrontPage } from "@/lib/web/front-reading";
import { tagUpcoming } from "@/lib/web/visitor/tag-upcoming";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

export function generateMetadata(): Metadata {
  const { ORIGIN } = env();
  return { alternates: { canonical: `${ORIGIN}/`, types: feedTypes({ kind: "all" }, ORIGIN) } };
}

export default async function VisitorFrontPage({ params }: PageProps<"/v/[variant]">) {
  const { locale } = parseVariant((await params).variant) ?? notFound();
  setRequestLocale(locale);
  const front = (await readFrontPage(1, new Date())) ?? notFound();
  await tagUpcoming(front);
  return <FrontPage {...front} />;
}
