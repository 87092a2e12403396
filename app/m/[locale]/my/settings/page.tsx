import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { DefaultIdentity } from "@/components/settings/default-identity";
import {
  HomeSettings,
  LanguageSettings,
  ThemeSettings,
  ZoneSettings,
} from "@/components/settings/own-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { findHome } from "@/lib/accounts/home";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { shownTheme } from "@/lib/web/choices";
import { accountContext } from "@/lib/web/context";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { setDefaultIdentityAction, setHomeAction, setZoneAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "settings" }))("sections.settings") };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.settings));
  const { session, identities } = viewer;
  const [home, jar, notice] = await Promise.all([
    accountContext().then(findHome),
    cookies(),
    noticeOf(searchParams),
  ]);
  return (
    <SettingsFrame current="settings" notice={notice}>
      <FormTexts>
        <LanguageSettings current={session.locale} />
        <ZoneSettings current={session.zone} save={setZoneAction} now={new Date()} />
        <ThemeSettings current={shownTheme(jar, session.theme) ?? "system"} />
        <HomeSettings home={home} save={setHomeAction} />
        <DefaultIdentity identities={identities} save={setDefaultIdentityAction} />
      </FormTexts>
    </SettingsFrame>
  );
}
