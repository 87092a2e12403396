import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { currentViewer } from "@/lib/web/viewer";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/keep-account">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "departure.keep" }))("done") };
}

/** Where one arrives when the account stays. It says nothing about whose: anybody may open it. */
export default async function AccountKeptPage({ params }: PageProps<"/m/[locale]/keep-account">) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("departure.keep");
  const isSignedIn = (await currentViewer()) !== null;
  return (
    <FormPage title={t("done")} lead={t("doneText")}>
      <ButtonLink href={isSignedIn ? paths.front : paths.signIn} variant="primary" wide>
        {t(isSignedIn ? "toFront" : "signIn")}
      </ButtonLink>
    </FormPage>
  );
}
