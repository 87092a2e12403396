import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { OwnCategories } from "@/components/admin/own-categories";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setOwnCategoriesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/events">;

export const generateMetadata = titledAs("adminEvents");

export default async function AdminEventsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.adminEvents, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [{ extraCategories }, counts, notice] = await Promise.all([
    readInstance(staff.db),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  return (
    <AdminFrame current="adminEvents" role={staff.actor.role} counts={counts} notice={notice}>
      <OwnCategories names={extraCategories} save={setOwnCategoriesAction} />
    </AdminFrame>
  );
}
