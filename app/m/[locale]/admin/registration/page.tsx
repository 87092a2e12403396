import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { RegistrationSettings } from "@/components/admin/registration-settings";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { titledAs } from "@/lib/web/section-title";
import { readSettingsPage } from "@/lib/web/settings-page";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setRegistrationAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/registration">;

export const generateMetadata = titledAs("registration");

export default async function RegistrationPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const read = await readSettingsPage(paths.registration, searchParams);
  if (!read) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { settings, frame } = read;
  return (
    <AdminFrame current="registration" {...frame}>
      <RegistrationSettings settings={settings} save={setRegistrationAction} />
    </AdminFrame>
  );
}
