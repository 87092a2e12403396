import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SecondFactorOff } from "@/components/accounts/second-factor-off";
import { hasSecondFactor } from "@/lib/accounts/admit";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { accountContext } from "@/lib/web/context";
import { currentViewer } from "@/lib/web/viewer";
import { turnOffSecondFactorAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/security/second-factor/off">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "security.secondFactor" }))("off.title") };
}

export default async function SecondFactorOffPage({ params }: Props) {
  setRequestLocale(asLocale((await params).locale));
  if (!(await currentViewer())) redirect(signInPath(paths.secondFactorOff));
  const ctx = await accountContext();
  if (!(await hasSecondFactor(ctx, ctx.actor.accountId))) redirect(`${paths.security}#second-factor`);
  const { email } = await getOwnCredentials(ctx);
  return <SecondFactorOff turnOff={turnOffSecondFactorAction} email={email} />;
}
