import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { FormPage } from "@/components/layout/form-page";
import { Unsubscribe } from "@/components/settings/unsubscribe";
import { ButtonLink } from "@/components/ui/button";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { findSubscription } from "@/lib/notifications/unsubscribe";
import { requestContext } from "@/lib/web/context";
import { answerMissing } from "@/lib/web/visitor/missing";
import { resubscribeAction, unsubscribeAction } from "./actions";

type Props = PageProps<"/m/[locale]/unsubscribe/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "unsubscribe" });
  return { title: t("askTitle"), referrer: "same-origin" };
}

/** Where a mail leads whoever wants no more of its kind, signed in or not. It asks: scanners follow links. */
export default async function UnsubscribePage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const subscription = await findSubscription(await requestContext(), token);
  if (subscription) {
    const actions = { unsubscribe: unsubscribeAction, resubscribe: resubscribeAction };
    return (
      <FormTexts>
        <Unsubscribe {...subscription} {...actions} token={token} />
      </FormTexts>
    );
  }
  await answerMissing();
  const t = await getTranslations("unsubscribe");
  return (
    <FormPage title={t("unknownTitle")} lead={t("unknownText")}>
      <ButtonLink href={paths.notifications} variant="primary">
        {t("choose")}
      </ButtonLink>
    </FormPage>
  );
}
