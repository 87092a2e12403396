type Style = "long" | "short";

/** English is written the British way: 24 hours, day before month. */
export function languageTag(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

/** "Thursday 26 November 2026" or, short, "Thu 26 Nov"; French writes the first of a month as "1er". */
export function dateText(
  instant: Date,
  { zone, locale, style, year }: { zone: string; locale: string; style: Style; year: boolean },
): string {
  const base = { timeZone: zone, weekday: style, day: "numeric", month: style } as const;
  if (locale !== "en" && locale !== "fr") {
    return formatter(languageTag(locale), year ? { ...base, year: "numeric" } : base).format(instant);
  }
  const parts = formatter(languageTag(locale), base).formatToParts(instant);
  const text = parts.map(({ type, value }) => (type === "day" ? dayOfMonth(value, locale) : value)).join("");
  return year ? `${text} ${yearText(instant, zone)}` : text;
}

/** "19:00"; in French "19 h" and "19 h 30", with spaces that do not break. */
export function timeText(instant: Date, { zone, locale }: { zone: string; locale: string }): string {
  const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  if (locale === "en") return formatter("en-GB", options).format(instant);
  if (locale !== "fr") return formatter(locale, { timeZone: zone, timeStyle: "short" }).format(instant);
  const [hour, minute] = formatter("en-GB", options).format(instant).split(":");
  return minute === "00" ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** The year that calendars in the zone show at this instant. */
export function yearText(instant: Date, zone: string): string {
  return formatter("en-GB", { timeZone: zone, year: "numeric" }).format(instant);
}

/** A formatter is kept, since making one costs a hundred times more than using it. */
export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  if (formatters.size >= 2000) formatters.clear();
  formatters.set(key, made);
  return made;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function dayOfMonth(value: string, locale: string): string {
  return locale === "fr" && value === "1" ? "1er" : value;
}
