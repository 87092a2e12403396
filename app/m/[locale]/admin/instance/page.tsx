import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { InstanceDescription } from "@/components/admin/instance-description";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { describeInstanceAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/instance">;

export const generateMetadata = titledAs("instance");

export default async function InstancePage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.instance, canAdminister);
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
    <AdminFrame current="instance" role={staff.actor.role} counts={counts} notice={notice}>
      <InstanceDescription settings={settings} save={describeInstanceAction} />
    </AdminFrame>
  );
}
