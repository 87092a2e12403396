import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FreshCodes, RenewCodes } from "@/components/accounts/second-factor-codes";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { getSecondFactorState } from "@/lib/accounts/second-factor/find";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { accountContext } from "@/lib/web/context";
import { findFreshCodes } from "@/lib/web/fresh-codes";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { putCodesAwayAction, renewRecoveryCodesAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/security/second-factor/codes">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "security.secondFactor" }))("codes.title") };
}

/** Codes that were just made, or the way to new ones. */
export default async function RecoveryCodesPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  if (!(await currentViewer())) redirect(signInPath(paths.recoveryCodes));
  const ctx = await accountContext();
  const { onSince, codesLeft } = await getSecondFactorState(ctx, ctx.actor.accountId);
  if (!onSince) redirect(paths.secondFactor);
  const codes = await findFreshCodes(ctx);
  if (codes) {
    const host = new URL(env().ORIGIN).host;
    return (
      <FreshCodes
        codes={codes}
        host={host}
        putAway={putCodesAwayAction}
        notice={await noticeOf(searchParams)}
      />
    );
  }
  const { email } = await getOwnCredentials(ctx);
  return <RenewCodes renew={renewRecoveryCodesAction} email={email} codesLeft={codesLeft} />;
}
