import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Dashboard } from "@/components/admin/dashboard";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readDashboard } from "@/lib/web/dashboard-reading";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/admin">;

export const generateMetadata = titledAs("dashboard");

export default async function DashboardPage({ params }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.dashboard, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [figures, counts] = await Promise.all([readDashboard(staff), countForStaff(staff)]);
  return (
    <AdminFrame current="dashboard" role={staff.actor.role} counts={counts}>
      <Dashboard figures={figures} waiting={counts} />
    </AdminFrame>
  );
}
