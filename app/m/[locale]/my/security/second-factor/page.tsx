import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import {
  SecondFactorBegin,
  SecondFactorNeedsPassword,
  SecondFactorScan,
} from "@/components/accounts/second-factor-setup";
import { hasSecondFactor } from "@/lib/accounts/admit";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { firstCodeInput } from "@/lib/accounts/input";
import { findSetup } from "@/lib/accounts/second-factor/find";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { drawQrCode } from "@/lib/core/qr-code";
import { accountContext } from "@/lib/web/context";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { currentViewer } from "@/lib/web/viewer";
import { beginSecondFactorAction, confirmSecondFactorAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/security/second-factor">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "security.secondFactor" });
  return { title: t("title"), referrer: "same-origin" };
}

/** Password, then picture and first code. The set-up is named in the address: other windows do not show its secret. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  if (!(await currentViewer())) redirect(signInPath(paths.secondFactor));
  const ctx = await accountContext();
  const { accountId } = ctx.actor;
  if (await hasSecondFactor(ctx, accountId)) redirect(`${paths.security}#second-factor`);
  const { email, hasPassword } = await getOwnCredentials(ctx);
  if (!hasPassword) return <SecondFactorNeedsPassword />;
  const { setup: named } = await searchParams;
  const { name: issuer } = await readInstanceFrame();
  const { data: id } = firstCodeInput.shape.setup.safeParse(named);
  const setup = id ? await findSetup(ctx, { id, accountId, issuer }) : null;
  if (!setup) {
    return <SecondFactorBegin begin={beginSecondFactorAction} email={email} isOver={named !== undefined} />;
  }
  return (
    <SecondFactorScan
      confirm={confirmSecondFactorAction}
      setup={{ ...setup, picture: drawQrCode(setup.address) }}
    />
  );
}
