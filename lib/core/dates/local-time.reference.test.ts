import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { instantOf, type LocalTime, localOf } from "./local-time";
import { listZones } from "./zone-list";

// Another implementation of the same rules, with the zones of the same engine.

const zones = listZones("en").flatMap((group) => group.zones.map(({ id }) => id));
const zone = fc.constantFrom(...zones);
const minute = fc.integer({ min: Date.UTC(1970, 0, 2) / 60_000, max: Date.UTC(2200, 11, 30) / 60_000 });

/** Minutes within a day of the changes of a zone's clocks. */
const nearChange = fc.tuple(zone, minute, fc.integer({ min: -1500, max: 1500 })).map(([id, at, away]) => {
  const instant = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(id);
  const change = instant.getTimeZoneTransition("next") ?? instant;
  return { id, local: localOf(new Date(change.epochMilliseconds + away * 60_000), id) };
});

test("a wall clock means what the reference says, in every zone", () => {
  fc.assert(
    fc.property(zone, minute, (id, at) => {
      const local = new Date(at * 60_000).toISOString().slice(0, 16);
      expect(summaryOf(instantOf(local, id))).toEqual(referenceOf(local, id));
    }),
    { numRuns: 300 },
  );
});

test("also where clocks are put forward and back", () => {
  fc.assert(
    fc.property(nearChange, ({ id, local }) => {
      expect(summaryOf(instantOf(local, id))).toEqual(referenceOf(local, id));
    }),
    { numRuns: 500 },
  );
});

function summaryOf(time: LocalTime): unknown {
  if (time.kind === "ok") return [time.instant.getTime()];
  if (time.kind === "ambiguous") return [time.instant.getTime(), time.later.getTime()];
  return time.kind;
}

/** The instants that a wall clock shows so; none where it skips the time. */
function referenceOf(local: string, id: string): unknown {
  const plain = Temporal.PlainDateTime.from(local);
  if (plain.year < 1970 || plain.year > 2200) return "invalid";
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(id, { disambiguation }),
  );
  if (!earlier!.toPlainDateTime().equals(plain)) return "nonexistent";
  return [...new Set([earlier!.epochMilliseconds, later!.epochMilliseconds])];
}
