import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Work } from "@/components/admin/work/work";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { workPage } from "@/lib/instance/work/input";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { readWork } from "@/lib/web/work-reading";
import {
  dropJobAction,
  dropMailAction,
  retryFailedJobsAction,
  retryJobAction,
  retryMailAction,
  tryMailAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/admin/jobs">;

export const generateMetadata = titledAs("jobs");

const actions = {
  retryJob: retryJobAction,
  retryAll: retryFailedJobsAction,
  dropJob: dropJobAction,
  retryMail: retryMailAction,
  dropMail: dropMailAction,
  testMail: tryMailAction,
};

export default async function JobsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.jobs, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [reading, counts, notice] = await Promise.all([
    readWork(staff, workPage.parse(await searchParams)),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  return (
    <AdminFrame current="jobs" role={staff.actor.role} counts={counts} notice={notice}>
      <Work reading={reading} actions={actions} />
    </AdminFrame>
  );
}
