import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { events } from "@/db/schema/events";
import { tombstones } from "@/db/schema/tombstones";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { deleteEvent, restoreEvent } from "@/lib/events/delete";
import { kindsOf } from "@/lib/events/testing/facts";
import { waitingMails } from "@/lib/notifications/testing/facts";
import { eraseDeleted, sweepDeleted } from "./erase-deleted";

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("eraseDeleted", () => {
  test("takes it away for good, tells those who were to come, and remembers the address", async ({ db }) => {
    const event = await createEvent(db);
    const account = await createAccount(db, { email: "grace@example.org" });
    const grace = await createIdentity(db, { account });
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await deleteEvent(actingAs(db, event.organizerId), event.id);
    const worker = { db, actor: { kind: "system" as const }, now: later(61) };

    await eraseDeleted(worker, event.id);
    await eraseDeleted(worker, event.id);

    expect(await db.$count(events, eq(events.id, event.id))).toBe(0);
    expect(await db.select({ uri: tombstones.uri }).from(tombstones)).toEqual([{ uri: event.uri }]);
    expect(await waitingMails(db)).toMatchObject([
      { to: "grace@example.org", subject: "Repair café – cancelled" },
    ]);
    expect(await kindsOf(db, event.id)).toEqual(["event.hidden", "event.cancelled", "event.deleted"]);
  });

  test("leaves alone what was taken back, and what is not due", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    await deleteEvent(ada, event.id);
    const worker = { db, actor: { kind: "system" as const }, now: later(30) };
    await eraseDeleted(worker, event.id);
    await restoreEvent({ ...ada, now: later(40) }, event.id);
    await eraseDeleted({ ...worker, now: later(61) }, event.id);
    expect(await db.$count(events, eq(events.id, event.id))).toBe(1);
  });

  test("takes a draft away without a word, also when its job was given up", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    await deleteEvent(actingAs(db, draft.organizerId), draft.id);
    const worker = { db, actor: { kind: "system" as const }, now: later(600) };
    await sweepDeleted(worker);
    await eraseDeleted(worker, draft.id);
    expect(await db.$count(events, eq(events.id, draft.id))).toBe(0);
    expect(await db.$count(tombstones)).toBe(0);
    expect(await kindsOf(db, draft.id)).toEqual([]);
  });
});
