import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { LookColors } from "@/components/admin/look-colors";
import { LookPictures } from "@/components/admin/look-pictures";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setAccentsAction, setLookPicturesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/look">;

export const generateMetadata = titledAs("look");

export default async function LookPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.look, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [settings, counts, notice] = await Promise.all([
    readInstance(staff.db),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  return (
    <AdminFrame current="look" role={staff.actor.role} counts={counts} notice={notice}>
      <LookColors look={settings} save={setAccentsAction} />
      <LookPictures look={settings} maxMegabytes={settings.pictureMegabytes} save={setLookPicturesAction} />
    </AdminFrame>
  );
}
