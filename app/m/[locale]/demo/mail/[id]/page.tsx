import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { ShownMail } from "@/components/demo/shown-mail";
import { asLocale } from "@/lib/core/locale";
import { readShownMail } from "@/lib/web/demo-reading";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/demo/mail/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const mail = await readShownMail((await params).id);
  return { title: mail?.subject, referrer: "same-origin" };
}

export default async function ShownMailPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(asLocale(locale));
  const mail = await readShownMail(id);
  if (!mail) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { html: _, calendar, ...letter } = mail;
  return <ShownMail {...letter} hasCalendar={Boolean(calendar)} />;
}
