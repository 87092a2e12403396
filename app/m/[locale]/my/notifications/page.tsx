import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { MailChoices } from "@/components/settings/mail-choices";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { SettingsSection } from "@/components/settings/settings-section";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { readMailReaders } from "@/lib/web/mail-readers";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { chooseMailsAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/notifications">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "settings" }))("sections.notifications") };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.notifications));
  const t = await getTranslations("notifications");
  return (
    <SettingsFrame current="notifications" notice={await noticeOf(searchParams)}>
      <SettingsSection id="mails" title={t("title")} lead={t("lead")}>
        <FormTexts>
          <ActionForm action={chooseMailsAction} id="mails-form">
            <MailChoices readers={await readMailReaders(viewer)} />
            <p className="soft small">{t("always")}</p>
            <div className="form-actions">
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </ActionForm>
        </FormTexts>
      </SettingsSection>
    </SettingsFrame>
  );
}
