import { useLocale, useTranslations } from "next-intl";
import { Muted } from "@/components/identities/muted";
import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatter, languageTag, timeText } from "@/lib/core/dates/date-text";
import { localOf } from "@/lib/core/dates/local-time";
import { eventPath } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import type { CalendarDay as Day } from "@/lib/events/search/calendar";
import { OriginNote } from "./event-origin";

type CalendarDayProps = Day & {
  isToday: boolean;
  /** Of the month before or after, which fills the week. */
  isOutside: boolean;
  /** There is room for where it is. */
  hasPlaces: boolean;
  /** Where all of the day is listed. */
  href: string;
  zone: string;
};

/** One day: its number, what is on, and a link to the rest. */
export function CalendarDay({
  day,
  cards,
  total,
  isToday,
  isOutside,
  hasPlaces,
  href,
  zone,
}: CalendarDayProps) {
  const t = useTranslations("search.calendar");
  const locale = useLocale();
  const long = longDay(day, locale);
  const others = total - cards.length;
  return (
    <td
      className={classNames(isToday && "is-today", isOutside && "is-outside", total === 0 && "is-empty")}
      aria-current={isToday ? "date" : undefined}
    >
      <a className="calendar-day" href={href}>
        <time dateTime={day}>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
          <span className="calendar-long">{long}</span>
        </time>
      </a>
      {cards.length > 0 && (
        <ul>
          {cards.map((card) => (
            <CalendarEntry key={card.event.id} card={card} day={day} zone={zone} hasPlace={hasPlaces} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <a className="calendar-more" href={href}>
          <span aria-hidden="true">{t("more", { count: others })}</span>
          <VisuallyHidden>{t("moreOn", { count: others, day: long })}</VisuallyHidden>
        </a>
      )}
    </td>
  );
}

type CalendarEntryProps = { card: EventCard; day: string; zone: string; hasPlace: boolean };

function CalendarEntry({ card: { event, mutedWord }, day, zone, hasPlace }: CalendarEntryProps) {
  const t = useTranslations("search.calendar");
  const locale = useLocale();
  const { startsAt, status, title, slug, placeName, domain } = event;
  const begins = startsAt && localOf(startsAt, zone).startsWith(day);
  const isOff = status === "cancelled";
  const entry = (
    <>
      <a href={eventPath(slug)}>
        {isOff && <VisuallyHidden>{t("cancelled")}</VisuallyHidden>}
        {begins && <span className="calendar-time">{timeText(startsAt, { zone, locale })}</span>} {title}
      </a>
      {hasPlace && placeName && <span className="soft small">{placeName}</span>}
      {hasPlace && <OriginNote host={domain} />}
    </>
  );
  return (
    <li className={isOff ? "is-off" : undefined}>
      {mutedWord ? <Muted word={mutedWord}>{entry}</Muted> : entry}
    </li>
  );
}

function longDay(day: string, locale: string): string {
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return formatter(languageTag(locale), options).format(new Date(`${day}T00:00Z`));
}
