import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { notificationSettings } from "@/db/schema/notification-settings";
import { createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { tellHostsOfCancellation, tellHostsOfEdits } from "./tell-hosts";
import { waitingMails, worker } from "./testing/facts";

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function host(db: Database, handle: string, name: string) {
  const account = await createAccount(db, { email: `${handle}@example.org` });
  return createIdentity(db, { account, handle, name });
}

/** Ada organises, Grace and Linus host with her. */
async function settle(db: Database, values: Partial<Event> = {}) {
  const ada = await host(db, "ada", "Ada Marchand");
  const grace = await host(db, "grace", "Grace Hopper");
  const linus = await host(db, "linus", "Linus T.");
  const event = await createEvent(db, {
    organizerId: ada.id,
    hostIds: [grace.id, linus.id],
    ...values,
  });
  return { ada, grace, linus, event };
}

/** The fact as the journal holds it: who did it stands in no fact. */
async function did<K extends "event.updated" | "event.cancelled">(
  db: Database,
  event: Event,
  { kind, doer, at = now, changed }: { kind: K; doer: string | null; at?: Date; changed?: string[] },
): Promise<Recorded<FactOf<K>>> {
  const about = { eventId: event.id, organizerId: event.organizerId, hostIds: event.hostIds, changed };
  const [row] = await db
    .insert(journal)
    .values({ kind, payload: about, actorId: doer, createdAt: at })
    .returning();
  return { kind, ...about, factId: row!.id, origin: "local", at } as unknown as Recorded<FactOf<K>>;
}

const edited = (db: Database, event: Event, doer: string | null, changed: string[], at = now) =>
  did(db, event, { kind: "event.updated", doer, changed, at });

async function told(db: Database) {
  return (await waitingMails(db)).map(({ to, subject }) => `${to}: ${subject}`).sort();
}

describe("tellHostsOfEdits", () => {
  test("tells each what the others changed, a quarter of an hour in one mail, once", async ({ db }) => {
    const { ada, grace, event } = await settle(db);
    const first = await edited(db, event, grace.id, ["title", "startsAt"], minutes(1));
    const second = await edited(db, event, grace.id, ["startsAt", "description"], minutes(5));
    const third = await edited(db, event, ada.id, ["capacity"], minutes(14));
    const next = await edited(db, event, grace.id, ["placeName"], minutes(16));
    for (const fact of [first, second, third, next])
      await tellHostsOfEdits({ ...worker(db), now: minutes(15) }, fact);
    expect(await told(db)).toEqual([]);
    const jobs = await db.execute<{ run_at: string }>(
      sql`select run_at from graphile_worker.jobs where key like 'tell:tellHostsOfEdits:%' order by run_at`,
    );
    expect(jobs.map(({ run_at }) => new Date(run_at))).toEqual([minutes(16), minutes(31)]);

    for (const fact of [third, third]) await tellHostsOfEdits({ ...worker(db), now: minutes(16) }, fact);
    expect(await told(db)).toEqual([
      "ada@example.org: Repair café – changed by Grace Hopper",
      "grace@example.org: Repair café – changed by Ada Marchand",
      "linus@example.org: Repair café – changed by Grace Hopper and Ada Marchand",
    ]);
    const toAda = (await waitingMails(db)).find(({ to }) => to === "ada@example.org");
    expect(toAda?.text).toContain("What is new: the name, the time and the description.");
  });

  test("is silent to whoever is alone, declined such mails, or hears of it otherwise", async ({ db }) => {
    const alone = await createEvent(db);
    await tellHostsOfEdits(
      { ...worker(db), now: minutes(16) },
      await edited(db, alone, alone.organizerId, ["title"]),
    );
    const { ada, grace, linus, event } = await settle(db);
    await db.insert(notificationSettings).values({ actorId: ada.id, kind: "hosting", byMail: false });
    const fact = await edited(db, event, grace.id, ["title"]);
    const nobody = await edited(db, event, null, ["title"]);
    for (const lost of [{ status: "cancelled" as const }, { deletedAt: now }]) {
      await db.update(events).set(lost);
      await tellHostsOfEdits({ ...worker(db), now: minutes(16) }, fact);
      await db.update(events).set({ status: "confirmed", deletedAt: null });
    }
    await tellHostsOfEdits({ ...worker(db), now: new Date("2027-01-01T00:00:00Z") }, fact);
    expect(await told(db)).toEqual([]);
    await tellHostsOfEdits({ ...worker(db), now: minutes(16) }, nobody);
    expect(await told(db)).toEqual([`${linus.handle}@example.org: Repair café – changed by Grace Hopper`]);
  });
});

describe("tellHostsOfCancellation", () => {
  test("tells the others at once, and says who", async ({ db }) => {
    const { grace, event } = await settle(db, { status: "cancelled" });
    const fact = await did(db, event, { kind: "event.cancelled", doer: grace.id });
    await tellHostsOfCancellation(worker(db), fact);
    await tellHostsOfCancellation(worker(db), fact);
    expect(await told(db)).toEqual([
      "ada@example.org: Repair café – cancelled by Grace Hopper",
      "linus@example.org: Repair café – cancelled by Grace Hopper",
    ]);
  });

  test("is silent when it takes place after all, is over or gone, or nobody knows who did it", async ({
    db,
  }) => {
    const { ada, event } = await settle(db);
    const fact = await did(db, event, { kind: "event.cancelled", doer: ada.id });
    await tellHostsOfCancellation(worker(db), fact);
    await db.update(events).set({ status: "cancelled" });
    await tellHostsOfCancellation({ ...worker(db), now: new Date("2027-01-01T00:00:00Z") }, fact);
    await tellHostsOfCancellation(worker(db), await did(db, event, { kind: "event.cancelled", doer: null }));
    await db.delete(events);
    await tellHostsOfCancellation(worker(db), fact);
    expect(await told(db)).toEqual([]);
  });
});
