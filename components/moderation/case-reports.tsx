import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { dateText } from "@/lib/core/dates/date-text";
import { addressOf, facePath } from "@/lib/core/paths";
import type { FactOf } from "@/lib/journal/facts";
import type { CaseDetails } from "@/lib/moderation/cases/find";

type Said = CaseDetails["reports"][number];

type Noticed = FactOf<"conduct.noticed">["why"];

/** What each reporter says, and how often they report. */
export function CaseReports({ reports, zone }: { reports: Said[]; zone: string }) {
  const t = useTranslations("cases.case");
  const categories = useTranslations("moderation.categories");
  const locale = useLocale();
  return (
    <section>
      <h2>{t("said")}</h2>
      {reports.map((said) => (
        <div key={said.report.id} className="case-words">
          <p className="row">
            <Chip>{categories(said.report.category)}</Chip>
            <Reporter said={said} />
            <span className="soft small">
              {dateText(said.report.createdAt, { zone, locale, style: "short", year: true })}
              {said.report.isForwarded && ` · ${t("forwarded")}`}
            </span>
          </p>
          <p className="whitespace-pre-line" dir="auto">
            {said.report.words || <span className="soft">{t("noWords")}</span>}
          </p>
        </div>
      ))}
    </section>
  );
}

function Reporter({ said: { reporter, report, total } }: { said: Said }) {
  const t = useTranslations("cases.case");
  const noticed = useTranslations("cases.noticed");
  if (report.noticed) return <span>{noticed(report.noticed as Noticed)}</span>;
  if (!reporter) return <span>{report.locale ? t("byMail") : t("goneReporter")}</span>;
  return (
    <span>
      <a className="link" href={facePath(reporter)}>
        {reporter.name || addressOf(reporter)}
      </a>{" "}
      <span className="soft small">
        @{addressOf(reporter)} · {t("history", { count: total })}
      </span>
    </span>
  );
}
