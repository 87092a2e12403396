import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { actingAs, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { deleteEvent } from "./delete";
import { publishEvent } from "./publish";
import { getEvent } from "./queries";
import { saveEvent } from "./save";
import { publishDue, schedulePublishing, sweepScheduled, unschedulePublishing } from "./schedule";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

/** 09:00 in Paris, the day after "now". */
const local = "2026-11-24T09:00";
const at = new Date("2026-11-24T08:00:00Z");

async function draftOf(db: Database) {
  const draft = await createEvent(db, { publishedAt: null });
  return { draft, ada: actingAs(db, draft.organizerId) };
}

function worker(db: Database, time = at) {
  return { db, actor: { kind: "system" as const }, now: time };
}

async function jobs(db: Database) {
  const rows = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where task_identifier = 'publish-event'`,
  );
  return rows.map(({ run_at }) => new Date(run_at));
}

describe("schedulePublishing", () => {
  test("publishes the draft at that minute, once, as its organiser", async ({ db }) => {
    const { draft, ada } = await draftOf(db);
    await schedulePublishing(ada, draft.id, "2026-11-24T08:00");
    await schedulePublishing(ada, draft.id, local);
    expect(await jobs(db)).toEqual([at]);

    await publishDue(worker(db, new Date(at.getTime() - 1)), draft.id);
    expect(await kindsOf(db, draft.id)).toEqual([]);
    await publishDue(worker(db), draft.id);
    await publishDue(worker(db), draft.id);
    expect(await getEvent(db, draft.id)).toMatchObject({ publishedAt: at, publishAt: null });
    expect(await kindsOf(db, draft.id)).toEqual(["event.published"]);
  });

  test("is asked for with the form, which saves the draft too", async ({ db }) => {
    const { draft, ada } = await draftOf(db);
    const input = { ...typed({ title: "Repair night" }), publishAt: local };
    await saveEvent(ada, { eventId: draft.id, isNew: false, intent: "schedule" }, input);
    expect(await getEvent(db, draft.id)).toMatchObject({ title: "Repair night", publishAt: at });
  });

  test("refuses strangers, what is announced, and times that make no sense", async ({ db }) => {
    const { draft, ada } = await draftOf(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(schedulePublishing(stranger, draft.id, local)).rejects.toMatchObject({ code: "forbidden" });
    for (const [time, field, reason] of [
      ["", "publishAt", "publish_at_missing"],
      ["2026-11-23T09:00", "publishAt", "publish_at_past"],
      ["2027-03-28T02:30", "publishAt", "time_does_not_exist"],
      ["2026-12-05T09:00", "startsAt", "event_in_the_past"],
    ] as const) {
      const fieldErrors = { [field]: [reason] };
      await expect(schedulePublishing(ada, draft.id, time)).rejects.toMatchObject({ fieldErrors });
    }
    await publishEvent(ada, draft.id);
    const late = schedulePublishing(ada, draft.id, local);
    await expect(late).rejects.toMatchObject({ reason: "event_already_published" });
  });
});

test("unschedulePublishing leaves the draft alone; strangers may not", async ({ db }) => {
  const { draft, ada } = await draftOf(db);
  await schedulePublishing(ada, draft.id, local);
  const stranger = actingAs(db, (await createIdentity(db)).id);
  await expect(unschedulePublishing(stranger, draft.id)).rejects.toMatchObject({ code: "forbidden" });
  await unschedulePublishing(ada, draft.id);
  await unschedulePublishing(ada, draft.id);
  await publishDue(worker(db), draft.id);
  expect(await getEvent(db, draft.id)).toMatchObject({ publishedAt: null, publishAt: null });
});

describe("publishDue", () => {
  test("says why a draft cannot be published, and leaves it a draft", async ({ db }) => {
    const { draft, ada } = await draftOf(db);
    await schedulePublishing(ada, draft.id, local);
    await db.update(events).set({ title: "R", startsAt: null, endsAt: null }).where(eq(events.id, draft.id));
    await publishDue(worker(db), draft.id);
    await publishDue(worker(db), draft.id);
    expect(await getEvent(db, draft.id)).toMatchObject({ publishedAt: null, publishAt: null });
    expect(await kindsOf(db, draft.id)).toEqual(["event.not_published"]);
  });

  test("waits for what is deleted meanwhile, and the sweep comes back to what is late", async ({ db }) => {
    const { draft, ada } = await draftOf(db);
    await schedulePublishing(ada, draft.id, local);
    await deleteEvent(ada, draft.id);
    await publishDue(worker(db), draft.id);
    const late = new Date(at.getTime() + 600_000);
    await sweepScheduled(worker(db, late));
    expect(await jobs(db)).toEqual([at]);
    await db.update(events).set({ deletedAt: null });
    await sweepScheduled(worker(db, late));
    expect(await jobs(db)).toEqual([late]);
    expect(late > now).toBe(true);
  });
});
