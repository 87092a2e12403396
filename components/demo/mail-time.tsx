import { useLocale } from "next-intl";

/** In UTC, as everything that a demonstration tells to everybody. */
export function MailTime({ date }: { date: Date }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    ...{ timeZone: "UTC", timeZoneName: "short" },
  });
  return <time dateTime={date.toISOString()}>{format.format(date)}</time>;
}
