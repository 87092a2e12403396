import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DevicesSection } from "@/components/accounts/devices-section";
import { EmailSection } from "@/components/accounts/email-section";
import { ExternalLoginsSection } from "@/components/accounts/external-logins-section";
import { PasswordSection } from "@/components/accounts/password-section";
import { SecondFactorSection } from "@/components/accounts/second-factor-section";
import { FormTexts } from "@/components/forms/form-texts";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { listDevices } from "@/lib/accounts/devices";
import { getSecondFactorState } from "@/lib/accounts/second-factor/find";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { accountContext } from "@/lib/web/context";
import { noticeOf, refusalOf } from "@/lib/web/notice";
import { readExternalLogins } from "@/lib/web/oidc/ways-in";
import { currentViewer } from "@/lib/web/viewer";
import {
  changeEmailAction,
  changePasswordAction,
  mailPasswordLinkAction,
  signOutDeviceAction,
  signOutOthersAction,
  takeBackEmailAction,
} from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/my/security">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "settings" }))("sections.security") };
}

export default async function SecurityPage({ params, searchParams }: PageProps<"/m/[locale]/my/security">) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.security));
  const ctx = await accountContext();
  const [credentials, secondFactor, devices, logins, notice, refusal] = await Promise.all([
    getOwnCredentials(ctx),
    getSecondFactorState(ctx, ctx.actor.accountId),
    listDevices(ctx, viewer.session.id),
    readExternalLogins(ctx, viewer.session.id),
    noticeOf(searchParams),
    refusalOf(searchParams),
  ]);
  return (
    <SettingsFrame current="security" notice={notice}>
      <FormTexts>
        <PasswordSection {...credentials} change={changePasswordAction} mailLink={mailPasswordLinkAction} />
        <EmailSection credentials={credentials} change={changeEmailAction} takeBack={takeBackEmailAction} />
        <ExternalLoginsSection {...logins} refusal={refusal} />
      </FormTexts>
      <SecondFactorSection state={secondFactor} zone={viewer.session.zone} />
      <DevicesSection
        devices={devices}
        reader={{ locale, zone: viewer.session.zone, now: ctx.now }}
        signOut={signOutDeviceAction}
        signOutOthers={signOutOthersAction}
      />
    </SettingsFrame>
  );
}
