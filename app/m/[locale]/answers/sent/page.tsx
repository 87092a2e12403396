import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPage } from "@/components/layout/form-page";
import { asLocale } from "@/lib/core/locale";
import { eventPath } from "@/lib/core/paths";

type Props = PageProps<"/m/[locale]/answers/sent">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "byMail.sent" }))("title") };
}

/** The same for everybody who answered, whether this server knew the address or not. */
export default async function AnswerSentPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("byMail.sent");
  const { event } = await searchParams;
  const isSlug = typeof event === "string" && /^[a-z0-9]{1,40}$/.test(event);
  return (
    <FormPage title={t("title")}>
      <p>{t("text")}</p>
      <p className="soft">{t("nothing")}</p>
      {isSlug && (
        <p>
          <a href={eventPath(event)}>{t("back")}</a>
        </p>
      )}
    </FormPage>
  );
}
