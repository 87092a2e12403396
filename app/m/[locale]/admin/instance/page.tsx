import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { InstanceDescription } from "@/components/admin/instance-description";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { titledAs } from "@/lib/web/section-title";
import { readSettingsPage } from "@/lib/web/settings-page";
import { answerMissing } from "@/lib/web/visitor/missing";
import { describeInstanceAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/instance">;

export const generateMetadata = titledAs("instance");

export default async function InstancePage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const read = await readSettingsPage(paths.instance, searchParams);
  if (!read) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { settings, frame } = read;
  return (
    <AdminFrame current="instance" {...frame}>
      <InstanceDescription settings={settings} save={describeInstanceAction} />
    </AdminFrame>
  );
}
