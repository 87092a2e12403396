import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatter, languageTag } from "@/lib/core/dates/date-text";
import { localOf } from "@/lib/core/dates/local-time";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { searchPath } from "@/lib/events/search/address";
import type { SearchQuery } from "@/lib/events/search/input";
import { addDays, addMonths } from "@/lib/events/search/when";
import type { Results } from "@/lib/web/search-reading";
import { CalendarDay } from "./calendar-view-day";
import { monthTitle } from "./event-groups";

type CalendarViewProps = Omit<Extract<Results, { kind: "calendar" }>, "kind"> & {
  query: SearchQuery;
  now: Date;
  zone: string;
};

/** A month or a week as a table, a row a week; on a phone, as a list of its days. */
export function CalendarView({ days, shown, day, query, now, zone }: CalendarViewProps) {
  const t = useTranslations("search.calendar");
  const locale = useLocale();
  const today = localOf(now, zone).slice(0, 10);
  const title = shown === "month" ? monthTitle(day.slice(0, 7), locale) : weekTitle(days[0]!.day, locale);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <section aria-labelledby="calendar-title" className="section">
      <div className="row between">
        <h2 id="calendar-title">{title}</h2>
        <Turning query={query} shown={shown} day={day} />
      </div>
      {days.every(({ total }) => total === 0) && <p className="soft">{t("nothing")}</p>}
      <table className={`calendar calendar-${shown}`} aria-labelledby="calendar-title">
        <thead>
          <tr>
            {weeks[0]!.map(({ day: weekday }) => (
              <th key={weekday} scope="col">
                {dayText(weekday, locale, { weekday: "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]!.day}>
              {week.map((each) => (
                <CalendarDay
                  key={each.day}
                  {...each}
                  isToday={each.day === today}
                  isOutside={shown === "month" && each.day.slice(0, 7) !== day.slice(0, 7)}
                  hasPlaces={shown === "week"}
                  href={searchPath(query, {
                    view: "list",
                    period: "any",
                    from: each.day,
                    to: each.day,
                    date: "",
                  })}
                  zone={zone}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t("zone", { zone: zoneLabel(zone, locale, now) })}</p>
    </section>
  );
}

function Turning({ query, shown, day }: Pick<CalendarViewProps, "query" | "shown" | "day">) {
  const t = useTranslations("search.calendar");
  const turned = (by: number) => (shown === "month" ? addMonths(day, by) : addDays(day, by * 7));
  return (
    <nav className="row" aria-label={t("navigation")}>
      <ButtonLink small rel="prev" href={searchPath(query, { date: turned(-1) })}>
        {t(shown === "month" ? "previousMonth" : "previousWeek")}
      </ButtonLink>
      <ButtonLink small href={searchPath(query, { date: "" })}>
        {t("today")}
      </ButtonLink>
      <ButtonLink small rel="next" href={searchPath(query, { date: turned(1) })}>
        {t(shown === "month" ? "nextMonth" : "nextWeek")}
      </ButtonLink>
    </nav>
  );
}

/** "23–29 November 2026", as the language writes a range. */
function weekTitle(monday: string, locale: string): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const [from, to] = [monday, addDays(monday, 6)].map((day) => new Date(`${day}T00:00Z`));
  return formatter(languageTag(locale), options).formatRange(from!, to!);
}

function dayText(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(languageTag(locale), { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}
