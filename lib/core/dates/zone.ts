const formatters = new Map<string, Intl.DateTimeFormat>();

const zoneName = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*){0,2}$/;

/** Whether this is the name of an IANA zone that we can calculate with; offsets such as "+02:00" are none. */
export function isZone(zone: string): boolean {
  if (zone.length > 64 || !zoneName.test(zone)) return false;
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Seconds that the zone's clocks are ahead of UTC at this instant. Throws RangeError for no zone. */
export function offsetAt(instant: Date | number, zone: string): number {
  const shown = clockOf(zone).format(instant);
  const [day, month, year, hour, minute, second] = shown.split(/\D+/).map(Number);
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return (wall - Math.floor(Number(instant) / 1000) * 1000) / 1000;
}

/** Whether clocks in both zones show the same time, so that one time is enough for both readers. */
export function sameClock(zoneA: string, zoneB: string, at: Date): boolean {
  return offsetAt(at, zoneA) === offsetAt(at, zoneB);
}

/** The instant in RFC 3339 with the zone's offset, as other programs want it: 2026-11-26T19:00:00+01:00. */
export function isoInZone(instant: Date, zone: string): string {
  const offset = offsetAt(instant, zone);
  // RFC 3339 offsets have no seconds; Africa/Monrovia had some until 1972.
  if (offset % 60 !== 0) return `${instant.toISOString().slice(0, 19)}Z`;
  const wall = new Date(instant.getTime() + offset * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60;
  const twoDigits = (n: number) => String(n).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

// Making a formatter costs a hundred times more than using one.
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  // Names are matched without regard to case, so strangers could make any number of spellings.
  if (formatters.size >= 1000) formatters.clear();
  formatters.set(zone, made);
  return made;
}
