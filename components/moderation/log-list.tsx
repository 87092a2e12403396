import { useLocale, useTranslations } from "next-intl";
import { dateText, timeText } from "@/lib/core/dates/date-text";
import { type LogAction, logActions } from "@/lib/core/log-actions";
import { accountPath, casePath } from "@/lib/core/moderation-paths";
import { addressOf } from "@/lib/core/paths";
import type { LogEntry } from "@/lib/moderation/log/list";
import { LogChanges } from "./log-changes";

type LogListProps = {
  entries: LogEntry[];
  zone: string;
  /** It stands in the case: neither that nor whom it is about need be said. */
  isOfCase?: boolean;
  /** It stands with the account that it is about. */
  isOfAccount?: boolean;
};

/** Who did what, why, and what changed by it. */
export function LogList({ entries, zone, isOfCase = false, isOfAccount = false }: LogListProps) {
  const t = useTranslations("log");
  const locale = useLocale();
  return (
    <ul className="list log">
      {entries.map(({ entry, moderator, about, account }) => (
        <li key={entry.id}>
          <p>
            <strong>
              <ActionName action={entry.action} />
            </strong>
            {!isOfCase && about && <> · @{addressOf(about)}</>}
            {!isOfAccount && account.id && (
              <>
                {" · "}
                <a href={accountPath(account.id)}>{account.email}</a>
              </>
            )}
          </p>
          <p className="soft small">
            {entry.isServer ? t("server") : (moderator ?? t("somebody"))}
            {" · "}
            {dateText(entry.createdAt, { zone, locale, style: "short", year: true })}{" "}
            {timeText(entry.createdAt, { zone, locale })}
            {!isOfCase && entry.caseId && (
              <>
                {" · "}
                <a href={casePath(entry.caseId)}>{t("case")}</a>
              </>
            )}
          </p>
          {entry.reason && (
            <p className="whitespace-pre-line" dir="auto">
              {entry.reason}
            </p>
          )}
          <LogChanges details={entry.details} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

/** Actions that are written down elsewhere have no name here yet: they stand as they are stored. */
function ActionName({ action }: { action: string }) {
  const t = useTranslations("log.actions");
  const known = (logActions as readonly string[]).includes(action);
  return known ? t(keyOf(action as LogAction)) : action;
}

type KeyOf<A extends string> = A extends `${infer Before}.${infer After}` ? `${Before}_${After}` : A;

/** A dot leads deeper in a catalogue. */
export function keyOf<A extends LogAction>(action: A): KeyOf<A> {
  return action.replace(".", "_") as KeyOf<A>;
}
