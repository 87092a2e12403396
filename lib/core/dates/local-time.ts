import { isZone, offsetAt } from "./zone";
import { changeBetween } from "./zone-changes";

/** What a wall clock time means in a zone. */
export type LocalTime =
  | { kind: "ok"; instant: Date }
  /** The clocks are put back and show it twice: `instant` is the first time, `later` the second. */
  | { kind: "ambiguous"; instant: Date; later: Date }
  /** The clocks are put forward and skip it: `next` is the first time that they show again. */
  | { kind: "nonexistent"; next: string }
  | { kind: "invalid"; reason: "format" | "year" | "zone" };

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::00(?:\.0{1,3})?)?$/;
const day = 86_400_000;

/** Turns what a datetime-local field holds into an instant. Years 1970 to 2200; never throws. */
export function instantOf(localDateTime: string, zone: string): LocalTime {
  const wall = parseWall(localDateTime);
  if (wall === null) return { kind: "invalid", reason: "format" };
  const year = new Date(wall).getUTCFullYear();
  if (year < 1970 || year > 2200) return { kind: "invalid", reason: "year" };
  if (!isZone(zone)) return { kind: "invalid", reason: "zone" };

  // Whatever offset was in force then, it is one of those a day before and a day after.
  const offsets = new Set([offsetAt(wall - day, zone), offsetAt(wall + day, zone)]);
  const [first, second] = [...offsets]
    .map((offset) => wall - offset * 1000)
    .filter((instant) => instant + offsetAt(instant, zone) * 1000 === wall)
    .sort((a, b) => a - b);
  if (first === undefined) return { kind: "nonexistent", next: firstAfterGap(wall, zone) };
  if (second === undefined) return { kind: "ok", instant: new Date(first) };
  return { kind: "ambiguous", instant: new Date(first), later: new Date(second) };
}

/** The wall clock time of an instant, as a datetime-local field wants it: "2026-11-26T19:00", seconds dropped. */
export function localOf(instant: Date, zone: string): string {
  return toWallText(instant.getTime() + offsetAt(instant, zone) * 1000);
}

function parseWall(text: string): number | null {
  if (!pattern.test(text)) return null;
  const wall = Date.parse(`${text.slice(0, 16)}Z`);
  // Date.parse takes 30 February for 2 March, and 24:00 for the next day.
  return !Number.isNaN(wall) && toWallText(wall) === text.slice(0, 16) ? wall : null;
}

function firstAfterGap(wall: number, zone: string): string {
  const change = changeBetween(zone, wall - day, wall + day);
  const shown = change ? change.at.getTime() + change.to * 1000 : wall;
  return toWallText(Math.ceil(shown / 60_000) * 60_000);
}

function toWallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16);
}
