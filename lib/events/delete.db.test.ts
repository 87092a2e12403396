import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { countUpcoming, listUpcoming } from "./cards";
import { deleteEvent, listJustDeleted, restoreEvent } from "./delete";
import { editEvent } from "./edit";
import { findEventBySlug, findEventOf } from "./queries";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

async function erasingAt(db: Database) {
  const rows = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where task_identifier = 'erase-event'`,
  );
  return rows.map(({ run_at }) => new Date(run_at));
}

describe("deleteEvent", () => {
  test("takes the event out of sight at once, and for good in a minute", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    await deleteEvent(ada, event.id);
    await deleteEvent({ ...ada, now: later(5) }, event.id);

    expect(await findEventBySlug(db, event.slug, ada.actor)).toBeNull();
    expect(await findEventOf(db, event.slug, [{ id: event.organizerId }])).toBeNull();
    expect(await listUpcoming(db, now)).toEqual([]);
    expect(await countUpcoming(db, now)).toBe(0);
    await expect(editEvent(ada, event.id, typed())).rejects.toMatchObject({ reason: "event_not_found" });
    expect(await kindsOf(db, event.id)).toEqual(["event.hidden"]);
    expect(await erasingAt(db)).toEqual([later(60)]);
  });

  test("says nothing of a draft, which nobody saw", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    await deleteEvent(actingAs(db, draft.organizerId), draft.id);
    expect(await kindsOf(db, draft.id)).toEqual([]);
  });

  test("refuses another identity of the same account, and what is gone", async ({ db }) => {
    const account = await createAccount(db);
    const { id: organizerId } = await createIdentity(db, { account });
    const other = actingAs(db, (await createIdentity(db, { account })).id);
    const { id } = await createEvent(db, { organizerId });
    await expect(deleteEvent(other, id)).rejects.toMatchObject({ code: "forbidden" });
    await db.delete(events).where(eq(events.id, id));
    await expect(deleteEvent(other, id)).rejects.toMatchObject({ reason: "event_not_found" });
  });
});

describe("restoreEvent", () => {
  test("brings it back within the minute, with all who come", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    await createParticipation(db, event, { status: "approved" });
    await deleteEvent(ada, event.id);
    expect(await listJustDeleted(db, [event.organizerId], later(59))).toMatchObject([{ id: event.id }]);

    await restoreEvent({ ...ada, now: later(59) }, event.id);
    await restoreEvent({ ...ada, now: later(90) }, event.id);
    const [card] = await listUpcoming(db, now);
    expect(card).toMatchObject({ event: { id: event.id }, taken: 1 });
    expect(await listJustDeleted(db, [event.organizerId], later(59))).toEqual([]);
    expect(await kindsOf(db, event.id)).toEqual(["event.hidden", "event.restored"]);
  });

  test("refuses strangers, and when the minute is over", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    await deleteEvent(ada, event.id);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(restoreEvent(stranger, event.id)).rejects.toMatchObject({ code: "forbidden" });
    const late = restoreEvent({ ...ada, now: later(60) }, event.id);
    await expect(late).rejects.toMatchObject({ reason: "undo_over" });
  });
});
