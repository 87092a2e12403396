import { useLocale, useTranslations } from "next-intl";
import type { SeenAccount } from "@/lib/accounts/administration/look";
import { dateText, timeText } from "@/lib/core/dates/date-text";
import { AccountStates } from "./account-states";

type AccountFactsProps = { account: SeenAccount; zone: string };

/** What is known of an account, but for its identities. */
export function AccountFacts({ account, zone }: AccountFactsProps) {
  const t = useTranslations("admin.accounts");
  const locale = useLocale();
  const moment = (at: Date) =>
    `${dateText(at, { zone, locale, style: "long", year: true })}, ${timeText(at, { zone, locale })}`;
  const { confirmedAt, hiddenAt, lastUsedAt, leavesAt, newEmail, secondFactorSince } = account;
  const facts = {
    createdAt: moment(account.createdAt),
    confirmedAt: confirmedAt ? moment(confirmedAt) : t("not"),
    newEmail,
    signedIn: t("devices", { count: account.signedIn }),
    lastUsedAt: lastUsedAt && moment(new Date(lastUsedAt)),
    password: account.hasPassword ? null : t("noPassword"),
    secondFactor: secondFactorSince && t("on"),
    invitation: account.invitationId && (account.invitation || t("unnamed")),
    hiddenAt: hiddenAt && moment(hiddenAt),
    leavesAt: leavesAt && moment(leavesAt),
  };
  return (
    <section className="panel" aria-label={account.email}>
      <p>
        <AccountStates account={account} />
      </p>
      <dl className="server-facts">
        {Object.entries(facts).map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`facts.${name as keyof typeof facts}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="soft small">{t("wall")}</p>
    </section>
  );
}
