import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Chip } from "@/components/ui/chip";
import { Prose } from "@/components/ui/prose";
import { dateText } from "@/lib/core/dates/date-text";
import { casePath, moderationLogPath } from "@/lib/core/moderation-paths";
import { addressOf, facePath, paths } from "@/lib/core/paths";
import type { CaseDetails } from "@/lib/moderation/cases/find";
import type { LogEntry } from "@/lib/moderation/log/list";
import { CaseReports } from "./case-reports";
import { LogList } from "./log-list";
import { RevealLink } from "./reveal-link";

type CaseViewProps = {
  details: CaseDetails;
  /** What was done in this case. */
  log: LogEntry[];
  zone: string;
  /** What can be done, in place. */
  acts: ReactNode;
};

/** One case with all that helps to decide it. */
export function CaseView({ details, log, zone, acts }: CaseViewProps) {
  const t = useTranslations("cases.case");
  const { found, assignee } = details;
  return (
    <>
      <p className="small">
        <a href={paths.reports}>{t("back")}</a>
      </p>
      <p className="row">
        <Chip>{found.status === "open" ? t("open") : t("closed")}</Chip>
        <span className="soft small">{assignee ? t("lookedAfter", { email: assignee }) : t("nobody")}</span>
      </p>
      <div className="case">
        <div className="case-main">
          <CaseReports reports={details.reports} zone={zone} />
          <Thing details={details} zone={zone} />
          <Done log={log} zone={zone} />
          <Notes details={details} zone={zone} />
        </div>
        <div className="case-aside">
          {acts}
          <Who details={details} zone={zone} />
        </div>
      </div>
    </>
  );
}

type Part = { details: CaseDetails; zone: string };

function Thing({ details: { found, reported, now }, zone }: Part) {
  const t = useTranslations("cases.case");
  const locale = useLocale();
  const { copy, kind } = found;
  const isSame = now && now.html === copy.html && (kind === "comment" || now.title === copy.title);
  const since = now?.isRemoved && now.since;
  const { pathname, search, hash } = new URL(copy.url);
  const isInPlace = !reported.deletedAt && (kind === "identity" || (now !== null && !now.isRemoved));
  return (
    <section>
      <h2>{t("then")}</h2>
      <div className="case-words" dir="auto">
        <p className="font-semibold">{copy.title}</p>
        {copy.html ? <Prose html={copy.html} /> : <p className="soft">{t("empty")}</p>}
      </div>
      {since && (
        <Alert tone="warning">
          {t("nowRemoved", { date: dateText(since, { zone, locale, style: "long", year: true }) })}
        </Alert>
      )}
      {kind !== "identity" && !now && <p className="soft">{t("gone")}</p>}
      {isSame && <p className="soft">{t("same")}</p>}
      {now && !isSame && (
        <>
          <h2>{t("now")}</h2>
          <div className="case-words" dir="auto">
            <p className="font-semibold">{now.title}</p>
            <Prose html={now.html} />
          </div>
        </>
      )}
      {isInPlace && (
        <p className="small">
          <a className="link" href={pathname + search + hash}>
            {t("see")}
          </a>
        </p>
      )}
    </section>
  );
}

function Done({ log, zone }: { log: LogEntry[]; zone: string }) {
  const t = useTranslations("cases.case");
  return (
    <section>
      <h2>{t("done")}</h2>
      {log.length > 0 ? (
        <LogList entries={log} zone={zone} isOfCase />
      ) : (
        <p className="soft">{t("nothingDone")}</p>
      )}
    </section>
  );
}

function Notes({ details: { notes }, zone }: Part) {
  const t = useTranslations("cases.case");
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t("notes")}</h2>
      {notes.map(({ note, author }) => (
        <div key={note.id} className="case-words">
          <p className="soft small">
            {author} · {dateText(note.createdAt, { zone, locale, style: "short", year: true })}
          </p>
          <p className="whitespace-pre-line" dir="auto">
            {note.text}
          </p>
        </div>
      ))}
    </section>
  );
}

function Who({ details: { reported, earlier, isWithAccount }, zone }: Part) {
  const t = useTranslations("cases.case");
  const locale = useLocale();
  const handle = addressOf(reported);
  const isKnownHere = !reported.domain && (!reported.deletedAt || reported.suspendedAt);
  return (
    <section>
      <h2>{t("who")}</h2>
      <p>
        {reported.deletedAt ? (
          reported.name || handle
        ) : (
          <a className="link" href={facePath(reported)}>
            {reported.name || handle}
          </a>
        )}{" "}
        <span className="soft">@{handle}</span>
      </p>
      <Standing reported={reported} isWithAccount={isWithAccount} zone={zone} />
      <h3 className="font-semibold">{t("earlier")}</h3>
      {earlier.length === 0 && <p className="soft small">{t("noEarlier")}</p>}
      <ul>
        {earlier.map(({ id, title, status, reportedAt }) => (
          <li key={id} className="small">
            <a href={casePath(id)} dir="auto">
              {title.title}
            </a>{" "}
            <span className="soft">
              {dateText(reportedAt, { zone, locale, style: "short", year: true })} · {t(status)}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href={moderationLogPath({ handle })}>{t("log")}</a>
      </p>
      {isKnownHere && <RevealLink handle={reported.handle} />}
    </section>
  );
}

type StandingProps = Pick<CaseDetails, "reported" | "isWithAccount"> & { zone: string };

function Standing({ reported, isWithAccount, zone }: StandingProps) {
  const t = useTranslations("cases.case");
  const locale = useLocale();
  const text = (date: Date) => dateText(date, { zone, locale, style: "long", year: true });
  const { suspendedAt, suspendedUntil, deletedAt, limitedAt } = reported;
  if (isWithAccount) return <Alert tone="warning">{t("withAccount")}</Alert>;
  if (suspendedAt)
    return (
      <Alert tone="warning">
        {suspendedUntil ? t("suspendedUntil", { date: text(suspendedUntil) }) : t("suspended")}
      </Alert>
    );
  if (deletedAt) return <p className="soft">{t("goneIdentity")}</p>;
  return limitedAt ? <Alert tone="warning">{t("limited", { date: text(limitedAt) })}</Alert> : null;
}
