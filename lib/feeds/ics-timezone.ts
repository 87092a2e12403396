import { offsetAt } from "@/lib/core/dates/zone";
import { changesInYear, type ZoneChange } from "@/lib/core/dates/zone-changes";
import { icsLine } from "./ics-line";
import { icsWall } from "./ics-time";
import { yearlyRule } from "./ics-yearly-rule";

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that is right for the years in which the events lie. Where the clocks change by one
 * rule a year it has one STANDARD and one DAYLIGHT, which is all that Outlook reads (MS-OXCICAL, 2.1.3.1.1.19).
 */
export function icsTimezone(zone: string, instants: Date[]): string[] {
  const years = yearsAround(instants);
  const changes = years.map((year) => changesInYear(zone, year));
  return [
    icsLine("BEGIN", "VTIMEZONE"),
    icsLine("TZID", zone),
    ...(byRule(changes) ?? oneByOne(zone, years, changes)),
    icsLine("END", "VTIMEZONE"),
  ];
}

// What holds on 1 January was decided in the year before.
function yearsAround(instants: Date[]): number[] {
  const years = instants.map((instant) => instant.getUTCFullYear());
  return [...new Set(years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b);
}

function byRule(changes: ZoneChange[][]): string[] | null {
  const forward = changes.map((year) => year.filter(isForward));
  const back = changes.map((year) => year.filter((change) => !isForward(change)));
  const daylight = yearlyRule(forward);
  const standard = yearlyRule(back);
  const [firstForward, firstBack] = [forward[0]?.[0], back[0]?.[0]];
  if (!daylight || !standard || !firstForward || !firstBack) return null;
  return [...observance(firstBack, standard), ...observance(firstForward, daylight)];
}

function oneByOne(zone: string, years: number[], changes: ZoneChange[][]): string[] {
  return years.flatMap((year, index) => {
    const listed = (changes[index] ?? []).flatMap((change) => observance(change));
    if (years[index - 1] === year - 1) return listed;
    const at = new Date(Date.UTC(year, 0, 1));
    const offset = offsetAt(at, zone);
    return [...observance({ at, from: offset, to: offset }), ...listed];
  });
}

function observance(change: ZoneChange, rule?: string): string[] {
  const kind = isForward(change) ? "DAYLIGHT" : "STANDARD";
  return [
    icsLine("BEGIN", kind),
    icsLine("DTSTART", icsWall(change.at.getTime() + change.from * 1000)),
    ...(rule ? [icsLine("RRULE", rule)] : []),
    icsLine("TZOFFSETFROM", icsOffset(change.from)),
    icsLine("TZOFFSETTO", icsOffset(change.to)),
    icsLine("END", kind),
  ];
}

function isForward({ from, to }: ZoneChange): boolean {
  return to > from;
}

function icsOffset(offset: number): string {
  const seconds = Math.abs(offset);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const told = seconds % 60 === 0 ? parts.slice(0, 2) : parts;
  return (offset < 0 ? "-" : "+") + told.map((part) => String(part).padStart(2, "0")).join("");
}
