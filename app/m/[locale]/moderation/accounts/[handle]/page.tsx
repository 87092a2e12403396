import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FormPage } from "@/components/layout/form-page";
import { RevealAccount } from "@/components/moderation/reveal-account";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { revealAccountPath } from "@/lib/core/moderation-paths";
import { identityPath, signInPath } from "@/lib/core/paths";
import { findProfile } from "@/lib/identities/queries";
import { canModerate } from "@/lib/instance/policy";
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
  const { actor } = await accountContext();
  const profile = canModerate(actor) ? await findProfile(connection().db, handle) : null;
  if (!profile) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const t = await getTranslations("moderation.reveal");
  return (
    <FormPage
      title={t("title", { name: profile.name })}
      lead={t("lead", { handle })}
      after={<a href={identityPath(handle)}>{t("back", { name: profile.name })}</a>}
    >
      <RevealAccount handle={handle} zone={viewer.session.zone} reveal={revealAccountAction} />
    </FormPage>
  );
}
