import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { asLocale } from "@/lib/core/locale";
import type { Messages } from "@/lib/core/messages";

type Section = keyof Messages["admin"]["sections"];
type Props = { params: Promise<{ locale: string }> };

/** The metadata of a page for those who look after the server: named as the menu names it. */
export function titledAs(section: Section): (props: Props) => Promise<Metadata> {
  return async ({ params }) => {
    const locale = asLocale((await params).locale);
    return { title: (await getTranslations({ locale, namespace: "admin" }))(`sections.${section}`) };
  };
}
