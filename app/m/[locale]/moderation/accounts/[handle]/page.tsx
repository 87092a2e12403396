import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FormPage } from "@/components/layout/form-page";
import { RevealAccount } from "@/components/moderation/reveal-account";
import { asLocale } from "@/lib/core/locale";
import { revealAccountPath } from "@/lib/core/moderation-paths";
import { identityPath, signInPath } from "@/lib/core/paths";
import { findRevealable } from "@/lib/moderation/reveal-account";
import { accountContext } from "@/lib/web/context";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { revealAccountAction } from "./actions";

type Props = PageProps<"/m/[locale]/moderation/accounts/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "moderation.reveal" });
  return { title: t("link"), referrer: "same-origin" };
}

/** For moderators; nothing about the account is read before they said why. */
export default async function RevealAccountPage({ params }: Props) {
  const { locale, handle } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(revealAccountPath(handle)));
  const found = await findRevealable(await accountContext(), handle);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const t = await getTranslations("moderation.reveal");
  const { name, isSuspended } = found;
  return (
    <FormPage
      title={t("title", { name })}
      lead={t("lead", { handle })}
      after={isSuspended ? null : <a href={identityPath(handle)}>{t("back", { name })}</a>}
    >
      <RevealAccount handle={handle} zone={viewer.session.zone} reveal={revealAccountAction} />
    </FormPage>
  );
}
