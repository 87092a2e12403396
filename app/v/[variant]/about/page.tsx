import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AboutPage } from "@/components/about/about-page";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { readServersForAll } from "@/lib/web/instance-reading";
import { readAbout } from "@/lib/web/texts-reading";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/about">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = parseVariant((await params).variant)?.locale ?? "en";
  const t = await getTranslations({ locale, namespace: "layout" });
  return { title: t("about"), alternates: { canonical: env().ORIGIN + paths.about } };
}

export default async function VisitorAboutPage({ params }: Props) {
  const { locale } = parseVariant((await params).variant) ?? notFound();
  setRequestLocale(locale);
  return (
    <AboutPage
      about={await readAbout(locale)}
      sourceUrl={env().SOURCE_URL}
      servers={await readServersForAll()}
    />
  );
}
