import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { InvitationList } from "@/components/admin/invitation-list";
import { NewInvitation } from "@/components/admin/new-invitation";
import { FormTexts } from "@/components/forms/form-texts";
import { Alert } from "@/components/ui/alert";
import { Pager } from "@/components/ui/pager";
import { countInvitations, INVITATIONS_PER_PAGE, listInvitations } from "@/lib/accounts/invitation-list";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { pageFrom } from "@/lib/web/page-number";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { createInvitationAction, endInvitationAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/invitations">;

export const generateMetadata = titledAs("invitations");

export default async function InvitationsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.invitations, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [t, { registration }, counts, total, search] = await Promise.all([
    getTranslations("admin.invitations"),
    readInstance(staff.db),
    countForStaff(staff),
    countInvitations(staff),
    searchParams,
  ]);
  const { page, pageCount } = pageFrom(search.page, { total, size: INVITATIONS_PER_PAGE });
  const invitations = await listInvitations(staff, page);
  return (
    <AdminFrame
      current="invitations"
      role={staff.actor.role}
      counts={counts}
      notice={await noticeOf(searchParams)}
    >
      <FormTexts>
        {registration !== "invitation" && (
          <Alert>
            <p>{t.rich("notNeeded", { link: (words) => <a href={paths.registration}>{words}</a> })}</p>
          </Alert>
        )}
        <NewInvitation create={createInvitationAction} />
        {invitations.length > 0 && (
          <InvitationList
            invitations={invitations}
            origin={env().ORIGIN}
            zone={staff.zone}
            end={endInvitationAction}
          />
        )}
      </FormTexts>
      <Pager {...{ page, pageCount }} hrefOf={(number) => `${paths.invitations}?page=${number}`} />
    </AdminFrame>
  );
}
