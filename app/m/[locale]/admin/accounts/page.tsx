import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AccountFilters } from "@/components/admin/accounts/account-filters";
import { AccountList } from "@/components/admin/accounts/account-list";
import { AdminFrame } from "@/components/admin/admin-frame";
import { OlderLink } from "@/components/moderation/older-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listAccounts } from "@/lib/accounts/administration/list";
import { accountSearch } from "@/lib/accounts/input";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { askedIn } from "@/lib/web/asked-in";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/admin/accounts">;

export const generateMetadata = titledAs("accounts");

/** Accounts, the newest first. Who is behind an identity is asked there, and written down. */
export default async function AccountsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.accounts, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const search = await searchParams;
  const [t, counts, { found, hasMore }] = await Promise.all([
    getTranslations("admin.accounts"),
    countForStaff(staff),
    listAccounts(staff, accountSearch.parse(search)),
  ]);
  const asked = askedIn(search, ["q", "role", "state", "from"]);
  const pathOf = (query: Record<string, string>) => `${paths.accounts}?${new URLSearchParams(query)}`;
  const older = pathOf({ ...asked, before: found.at(-1)?.id ?? "" });
  return (
    <AdminFrame
      current="accounts"
      role={staff.actor.role}
      counts={counts}
      notice={await noticeOf(searchParams)}
    >
      <AccountFilters asked={asked} />
      {found.length === 0 ? (
        <EmptyState
          icon="people"
          title={t("nobody")}
          action={<ButtonLink href={paths.accounts}>{t("showAll")}</ButtonLink>}
        >
          {asked.q?.startsWith("@") ? t("nobodyByHandle") : t("nobodyText")}
        </EmptyState>
      ) : (
        <AccountList accounts={found} zone={staff.zone} />
      )}
      <OlderLink
        label={t("pages")}
        first={search.before ? { href: pathOf(asked), text: t("newest") } : null}
        older={hasMore ? { href: older, text: t("older") } : null}
      />
    </AdminFrame>
  );
}
