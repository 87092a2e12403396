import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { test } from "@/db/testing/test";
import { findEventPage } from "../event-page";
import { countRoom } from "../places";
import { countByStatus } from "../queries";
import { type Happening, happen, happening } from "../testing/happenings";
import { createTown, holds, readState, type State, type Town } from "../testing/town";

const LONG = 60_000;

describe("whatever happens, in whichever order", () => {
  for (const waitlist of ["automatic", "offer", "manual"] as const)
    test(`counts are right, nobody is overtaken, nobody forgotten (${waitlist})`, { timeout: LONG }, async ({
      db,
    }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), (story) =>
          tell(db, { waitlist, capacity: 4 }, story),
        ),
        { numRuns: 8 },
      );
    });
});

async function tell(db: Database, values: Partial<Event>, story: Happening[]): Promise<void> {
  const town = await createTown(db, values);
  let before = await readState(db, town.eventId);
  for (const it of story) {
    await happen(db, town, it);
    const after = await readState(db, town.eventId);
    expectOrderKept(town, it, { before, after });
    expectNobodyTooMany(it, { before, after });
    if (values.waitlist !== "manual") expectNobodyForgotten(after);
    before = after;
  }
  await expectCounts(db, before);
}

type Change = { before: State; after: State };

function targetOf({ people }: Town, it: Happening): string | undefined {
  return it.kind === "capacity" ? undefined : people[it.who]!.participationId;
}

/** The line keeps its order, newcomers stand at its end, and those who move up by themselves are its first. */
function expectOrderKept(town: Town, it: Happening, { before, after }: Change) {
  const target = targetOf(town, it);
  const others = (line: string[]) => line.filter((id) => id !== target);
  const stayed = others(before.line).filter((id) => after.line.includes(id));
  expect(others(after.line)).toEqual(stayed);
  const promoted = others(before.line).filter((id) => !after.line.includes(id));
  expect(promoted.every((id) => holds(after.rows.get(id)?.status))).toBe(true);
  // The target may have stood between them, or come from the middle by a host's hand.
  if (it.kind !== "move") expect(others(before.line).slice(0, promoted.length)).toEqual(promoted);
  const isOutside = target && !before.line.includes(target);
  if (isOutside && (it.kind === "join" || it.kind === "guests") && others(before.line).length > 0)
    expect(heldBy(after, target)).toBeLessThanOrEqual(heldBy(before, target));
  const isNew = isOutside && after.line.includes(target);
  if (isNew) expect(after.line.at(-1)).toBe(target);
}

function heldBy({ rows }: State, id: string): number {
  const row = rows.get(id);
  return holds(row?.status) ? row!.seats : 0;
}

/** Nobody gets a place that is not there; what was promised before is never taken back by a smaller capacity. */
function expectNobodyTooMany(it: Happening, { before, after }: Change) {
  const { capacity, placesAside } = after.event;
  const limit = it.kind === "approve" ? capacity! : capacity! - placesAside;
  if (after.held > before.held) expect(after.held).toBeLessThanOrEqual(limit);
}

/** As long as somebody waits, the first in line does not fit. */
function expectNobodyForgotten({ event, rows, line, held }: State) {
  const first = rows.get(line[0] ?? "");
  if (!first) return;
  expect(first.seats).toBeGreaterThan(event.capacity! - event.placesAside - held);
}

async function expectCounts(db: Database, { event, rows, line, held }: State) {
  const room = await countRoom(db, event);
  expect(room.hasLine).toBe(line.length > 0);
  expect(room.freeByHand).toBe(Math.max(0, event.capacity! - held));
  const byStatus: Record<string, number> = {};
  for (const { status } of rows.values()) byStatus[status] = (byStatus[status] ?? 0) + 1;
  expect(await countByStatus(db, event.id)).toEqual(byStatus);
  expect(await findEventPage(db, event.slug)).toMatchObject({ taken: held });
}
