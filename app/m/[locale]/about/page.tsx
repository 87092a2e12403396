import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AboutPage } from "@/components/about/about-page";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { readServersForMembers } from "@/lib/web/instance-reading";
import { readAbout } from "@/lib/web/texts-reading";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/about">): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "layout" });
  return { title: t("about") };
}

export default async function MemberAboutPage({ params }: PageProps<"/m/[locale]/about">) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  return (
    <AboutPage
      about={await readAbout(locale)}
      sourceUrl={env().SOURCE_URL}
      servers={await readServersForMembers()}
    />
  );
}
