import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { LogFilters } from "@/components/moderation/log-filters";
import { LogList } from "@/components/moderation/log-list";
import { OlderLink } from "@/components/moderation/older-link";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { asLocale } from "@/lib/core/locale";
import { moderationLogPath } from "@/lib/core/moderation-paths";
import { paths } from "@/lib/core/paths";
import { canModerate } from "@/lib/instance/policy";
import { logFilter } from "@/lib/moderation/log/filter";
import { listLog } from "@/lib/moderation/log/list";
import { isOutWithAccount } from "@/lib/moderation/log/with-account";
import { askedIn } from "@/lib/web/asked-in";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/moderation/log">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "log" });
  return { title: t("title") };
}

/** Everything that moderators did, the last first. */
export default async function LogPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.moderationLog, canModerate);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const search = await searchParams;
  const filter = logFilter.parse(search);
  const [t, counts, { entries, hasMore }, isWithAccount] = await Promise.all([
    getTranslations("log"),
    countForStaff(staff),
    listLog(staff, filter),
    isOutWithAccount(staff, filter.handle),
  ]);
  const asked = askedIn(search, ["action", "handle", "from", "until"]);
  const last = entries.at(-1)?.entry.id;
  return (
    <AdminFrame current="moderationLog" role={staff.actor.role} counts={counts}>
      <p className="soft">{t("lead")}</p>
      <LogFilters asked={asked} />
      {isWithAccount && <Alert tone="warning">{t("withAccount")}</Alert>}
      {entries.length === 0 ? (
        <EmptyState icon="check" title={t("nothing")}>
          {t("nothingText")}
        </EmptyState>
      ) : (
        <LogList entries={entries} zone={staff.zone} />
      )}
      <OlderLink
        label={t("title")}
        first={filter.before ? { href: moderationLogPath(asked), text: t("newest") } : null}
        older={
          hasMore ? { href: moderationLogPath({ ...asked, before: String(last) }), text: t("older") } : null
        }
      />
    </AdminFrame>
  );
}
