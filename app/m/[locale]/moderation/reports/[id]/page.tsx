import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { CaseActs } from "@/components/moderation/case-acts";
import { CaseView } from "@/components/moderation/case-view";
import { asLocale } from "@/lib/core/locale";
import { casePath } from "@/lib/core/moderation-paths";
import { canModerate } from "@/lib/instance/policy";
import { findCase } from "@/lib/moderation/cases/find";
import { listLog } from "@/lib/moderation/log/list";
import { listTemplates } from "@/lib/moderation/templates";
import { noticeOf } from "@/lib/web/notice";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  addNoteAction,
  closeCaseAction,
  limitReportedAction,
  lockAccountAction,
  openAccountAction,
  putReportedBackAction,
  releaseCaseAction,
  removeReportedAction,
  reopenCaseAction,
  suspendReportedAction,
  takeCaseAction,
  unlimitReportedAction,
  unsuspendReportedAction,
  warnReportedAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/moderation/reports/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "cases" });
  return { title: t("one") };
}

const actions = {
  take: takeCaseAction,
  release: releaseCaseAction,
  note: addNoteAction,
  remove: removeReportedAction,
  putBack: putReportedBackAction,
  warn: warnReportedAction,
  limit: limitReportedAction,
  unlimit: unlimitReportedAction,
  suspend: suspendReportedAction,
  unsuspend: unsuspendReportedAction,
  lock: lockAccountAction,
  open: openAccountAction,
  close: closeCaseAction,
  reopen: reopenCaseAction,
};

/** One case, for moderators. */
export default async function CasePage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(asLocale(locale));
  const staff = await staffFor(casePath(id), canModerate);
  const details = staff && (await findCase(staff, id));
  if (!details) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { role, accountId } = staff.actor;
  const [t, counts, log, notice, templates] = await Promise.all([
    getTranslations("cases"),
    countForStaff(staff),
    listLog(staff, { caseId: id }),
    noticeOf(searchParams),
    listTemplates(staff),
  ]);
  const { kind, copy } = details.found;
  const title = t("case.title", { kind: t(`kinds.${kind}`), title: copy.title });
  return (
    <AdminFrame current="reports" role={role} counts={counts} title={title} notice={notice}>
      <CaseView
        details={details}
        log={log.entries}
        zone={staff.zone}
        acts={<CaseActs details={details} accountId={accountId} actions={actions} templates={templates} />}
      />
    </AdminFrame>
  );
}
