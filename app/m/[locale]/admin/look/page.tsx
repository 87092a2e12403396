import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { LookColors } from "@/components/admin/look-colors";
import { LookPictures } from "@/components/admin/look-pictures";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { titledAs } from "@/lib/web/section-title";
import { readSettingsPage } from "@/lib/web/settings-page";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setAccentsAction, setLookPicturesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/look">;

export const generateMetadata = titledAs("look");

export default async function LookPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const read = await readSettingsPage(paths.look, searchParams);
  if (!read) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { settings, frame } = read;
  return (
    <AdminFrame current="look" {...frame}>
      <LookColors look={settings} save={setAccentsAction} />
      <LookPictures look={settings} maxMegabytes={settings.pictureMegabytes} save={setLookPicturesAction} />
    </AdminFrame>
  );
}
