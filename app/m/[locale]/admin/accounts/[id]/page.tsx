import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AccountActs } from "@/components/admin/accounts/account-acts";
import { AccountEdit } from "@/components/admin/accounts/account-edit";
import { AccountFacts } from "@/components/admin/accounts/account-facts";
import { AdminFrame } from "@/components/admin/admin-frame";
import { FormTexts } from "@/components/forms/form-texts";
import { LogList } from "@/components/moderation/log-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import { findAccount } from "@/lib/accounts/administration/look";
import { asLocale } from "@/lib/core/locale";
import { accountPath } from "@/lib/core/moderation-paths";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { listLog } from "@/lib/moderation/log/list";
import { noticeOf } from "@/lib/web/notice";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import * as actions from "./actions";

type Props = PageProps<"/m/[locale]/admin/accounts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "admin.accounts" });
  return { title: t("one"), referrer: "same-origin" };
}

/** One account, and what can be done about it. One's own is looked at only: there are settings for it. */
export default async function AccountPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(asLocale(locale));
  const staff = await staffFor(accountPath(id), canAdminister);
  const account = staff && (await findAccount(staff, id));
  if (!account) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [t, counts, log, notice] = await Promise.all([
    getTranslations("admin.accounts"),
    countForStaff(staff),
    listLog(staff, { accountId: id }),
    noticeOf(searchParams),
  ]);
  const isOwn = id === staff.actor.accountId;
  return (
    <AdminFrame
      current="accounts"
      role={staff.actor.role}
      counts={counts}
      title={account.email}
      notice={notice}
    >
      <p className="small">
        <a href={paths.accounts}>{t("back")}</a>
      </p>
      <AccountFacts account={account} zone={staff.zone} />
      {isOwn ? (
        <Alert>{t.rich("own", { link: (words) => <a href={paths.settings}>{words}</a> })}</Alert>
      ) : (
        <FormTexts>
          <AccountActs account={account} actions={actionsOf} />
          <AccountEdit account={account} actions={actionsOf} />
        </FormTexts>
      )}
      {log.entries.length > 0 && (
        <SettingsSection id="log" title={t("log")}>
          <LogList entries={log.entries} zone={staff.zone} isOfAccount />
        </SettingsSection>
      )}
    </AdminFrame>
  );
}

const actionsOf = {
  setRole: actions.giveRoleAction,
  setEmail: actions.setAccountEmailAction,
  setLocale: actions.setAccountLocaleAction,
  confirm: actions.confirmByHandAction,
  resend: actions.sendConfirmationAgainAction,
  mailLink: actions.mailResetLinkAction,
  signOut: actions.signOutEverywhereAction,
  dropFactor: actions.dropSecondFactorAction,
  lock: actions.lockByHandAction,
  open: actions.openByHandAction,
  end: actions.endAccountAction,
  keep: actions.keepByHandAction,
};
