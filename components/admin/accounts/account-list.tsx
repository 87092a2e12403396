import { useLocale, useTranslations } from "next-intl";
import type { ListedAccount } from "@/lib/accounts/administration/list";
import { dateText } from "@/lib/core/dates/date-text";
import { accountPath } from "@/lib/core/moderation-paths";
import { AccountStates } from "./account-states";

/** Accounts by their addresses; whose identities they are stands nowhere here. `zone`: the reader's own. */
export function AccountList({ accounts, zone }: { accounts: ListedAccount[]; zone: string }) {
  const t = useTranslations("admin.accounts");
  const locale = useLocale();
  return (
    <ul className="list accounts">
      {accounts.map((account) => (
        <li key={account.id}>
          <p>
            <a href={accountPath(account.id)}>{account.email}</a> <AccountStates account={account} />
            <br />
            <span className="soft small">
              {t("sinceDate", {
                date: dateText(account.createdAt, { zone, locale, style: "long", year: true }),
              })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
