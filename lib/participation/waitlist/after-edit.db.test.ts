import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { actingAs, createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { findEventPage } from "../event-page";
import { countRoom } from "../places";
import { moveLineAfterEdit } from "./after-edit";

type Standings = Participation["status"][];

/** An event with one place, which is taken, and three who wait. */
async function settle(db: Database, values: Partial<Event> = {}) {
  const event = await createEvent(db, { capacity: 1, ...values });
  await createParticipation(db, event, { status: "approved" });
  for (const waitRank of [1, 2, 3]) await createParticipation(db, event, { status: "waitlisted", waitRank });
  return event;
}

/** What happens when the worker hears that hosts changed this. */
async function edit(db: Database, event: Event, columns: Partial<Event>): Promise<Standings> {
  await db.update(events).set(columns).where(eq(events.id, event.id));
  const fact = { kind: "event.updated", eventId: event.id, organizerId: event.organizerId } as const;
  const changed = Object.keys(columns);
  const heard = { ...fact, changed, factId: 1, origin: "local", at: now, doerId: null } as const;
  await moveLineAfterEdit({ ...actingAs(db, event.organizerId), actor: { kind: "system" } }, heard);
  const rows = await db
    .select({ status: participations.status })
    .from(participations)
    .where(eq(participations.eventId, event.id))
    .orderBy(participations.createdAt, participations.id);
  return rows.map(({ status }) => status).sort();
}

describe("after an edit", () => {
  test("more places go to those who wait, the first in line first, once", async ({ db }) => {
    const event = await settle(db);
    expect(await edit(db, event, { capacity: 3 })).toEqual([
      "approved",
      "approved",
      "approved",
      "waitlisted",
    ]);
    await edit(db, event, { capacity: 3 });
    const [waiting] = await db.select().from(participations).where(eq(participations.status, "waitlisted"));
    expect(waiting).toMatchObject({ waitRank: 3 });
    expect(await kindsOf(db, event.id)).toEqual(["participation.approved", "participation.approved"]);
  });

  test("fewer places throw nobody out, and none is free, nor less than none", async ({ db }) => {
    const event = await settle(db, { capacity: 4 });
    await edit(db, event, { capacity: 4 });
    expect(await edit(db, event, { capacity: 2 })).toEqual(Array(4).fill("approved"));

    const { event: after, taken } = (await findEventPage(db, event.slug))!;
    expect([taken, after.capacity]).toEqual([4, 2]);
    expect(await countRoom(db, after)).toMatchObject({ free: 0, freeByHand: 0 });
  });

  test.for([
    [{ placesAside: 1, capacity: 2 }, { placesAside: 0 }, 2],
    [{ waitlist: "manual", capacity: 2 }, { waitlist: "automatic" }, 2],
    [{ waitlistStopsHours: 336, capacity: 2 }, { waitlistStopsHours: 0 }, 2],
    [{ capacity: 2 }, { title: "Choir" }, 1],
    [{ waitlist: "manual" }, { capacity: 4 }, 1],
    [{}, { capacity: null, placesAside: 0 }, 4],
    [{}, { capacity: 4, deletedAt: now }, 1],
    [{}, { capacity: 4, status: "cancelled" }, 1],
  ] as [Partial<Event>, Partial<Event>, number][])(
    "%j, then %j: %i in",
    async ([before, after, n], { db }) => {
      const standings = await edit(db, await settle(db, before), after);
      expect(standings.filter((status) => status === "approved")).toHaveLength(n);
    },
  );

  test("where places are offered, the new ones are offered", async ({ db }) => {
    const event = await settle(db, { waitlist: "offer" });
    expect(await edit(db, event, { capacity: 2 })).toEqual([
      "approved",
      "offered",
      "waitlisted",
      "waitlisted",
    ]);
  });

  test("an event that is gone for good by then is passed over", async ({ db }) => {
    const event = await createEvent(db);
    await db.delete(events).where(eq(events.id, event.id));
    expect(await edit(db, event, { capacity: 3 })).toEqual([]);
  });
});
