import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ApplicationList } from "@/components/admin/application-list";
import { FormTexts } from "@/components/forms/form-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { APPLICANTS_PER_PAGE, listApplicants } from "@/lib/accounts/application-list";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canModerate } from "@/lib/instance/policy";
import { noticeOf } from "@/lib/web/notice";
import { pageFrom } from "@/lib/web/page-number";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { admitApplicantAction, turnDownApplicantAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/applications">;

export const generateMetadata = titledAs("applications");

export default async function ApplicationsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.applications, canModerate);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [t, counts, search] = await Promise.all([
    getTranslations("admin.applications"),
    countForStaff(staff),
    searchParams,
  ]);
  const { page, pageCount } = pageFrom(search.page, {
    total: counts.applications,
    size: APPLICANTS_PER_PAGE,
  });
  const applicants = await listApplicants(staff, page);
  return (
    <AdminFrame
      current="applications"
      role={staff.actor.role}
      counts={counts}
      notice={await noticeOf(searchParams)}
    >
      {applicants.length === 0 ? (
        <EmptyState icon="people" title={t("nobody")}>
          {t("nobodyText")}
        </EmptyState>
      ) : (
        <FormTexts>
          <ApplicationList
            applicants={applicants}
            zone={staff.zone}
            admit={admitApplicantAction}
            turnDown={turnDownApplicantAction}
          />
        </FormTexts>
      )}
      <Pager {...{ page, pageCount }} hrefOf={(number) => `${paths.applications}?page=${number}`} />
    </AdminFrame>
  );
}
