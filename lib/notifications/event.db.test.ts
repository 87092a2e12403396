import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { type Participation, participations } from "@/db/schema/participations";
import { places } from "@/db/schema/places";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { rememberTold } from "@/lib/events/pending-update";
import { announceCancellation } from "./announce-cancellation";
import { announceUpdate } from "./announce-update";
import { recorded, waitingMails, worker } from "./testing/facts";

async function join(
  db: Database,
  event: Event,
  status: Participation["status"],
  name: string,
  values: Partial<Participation> = {},
) {
  const account = await createAccount(db, { email: `${name}@example.org` });
  const identity = await createIdentity(db, { handle: name, account });
  await createParticipation(db, event, { actorId: identity.id, status, ...values });
  return account;
}

/** As `editEvent` would, without its checks. */
async function changed(ctx: Context, { id, organizerId }: Event, values: Partial<Event>) {
  const [before] = await ctx.db.select().from(events).where(eq(events.id, id));
  const [after] = await ctx.db
    .update(events)
    .set({ ...values, version: before!.version + 1 })
    .where(eq(events.id, id))
    .returning();
  await rememberTold(ctx, before!, after!);
  return recorded({ kind: "event.updated", eventId: id, organizerId, changed: Object.keys(values) });
}

function later(db: Database, minutes: number) {
  return { ...worker(db), now: new Date(now.getTime() + minutes * 60_000) };
}

async function tellingAt(db: Database, eventId: string) {
  const rows = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`tell:announceUpdate:${eventId}`}`,
  );
  return rows.map(({ run_at }) => new Date(run_at));
}

function cancelled({ id, organizerId }: Event) {
  return recorded({ kind: "event.cancelled", eventId: id, organizerId });
}

async function addresses(db: Database) {
  return (await waitingMails(db)).map(({ to }) => to).sort();
}

describe("announceUpdate", () => {
  test("tells all who come, once, with the file that changes their calendar", async ({ db }) => {
    const event = await createEvent(db, { sequence: 3 });
    for (const status of ["approved", "pending", "rejected", "left"] as const)
      await join(db, event, status, status);
    const fact = await changed(worker(db), event, {
      startsAt: new Date("2026-12-01T19:00:00Z"),
      placeName: "Town hall",
    });
    await announceUpdate(later(db, 30), fact);
    await announceUpdate(later(db, 31), fact);
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "approved@example.org",
      subject: "Repair café – new time and new place",
    });
    expect(mail?.calendar).toContain("SEQUENCE:3\r\n");
  });

  test("gives each identity a mail of its own that names no other", async ({ db }) => {
    const event = await createEvent(db);
    const account = await join(db, event, "approved", "first");
    const second = await createIdentity(db, { handle: "second", account });
    await createParticipation(db, event, { actorId: second.id, status: "approved" });
    await announceUpdate(later(db, 30), await changed(worker(db), event, { title: "Repair night" }));
    const texts = (await waitingMails(db)).map(({ text, html }) => text + html);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes("@first") && text.includes("@second"))).toEqual([]);
  });

  test("is silent to the organiser, to identities elsewhere or gone, and to unconfirmed addresses", async ({
    db,
  }) => {
    const event = await createEvent(db);
    await createParticipation(db, event, { actorId: event.organizerId, status: "approved" });
    await join(db, event, "approved", "gone");
    await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.handle, "gone"));
    const foreign = await createIdentity(db, { domain: "elsewhere.example" });
    await createParticipation(db, event, { actorId: foreign.id, status: "approved" });
    const unconfirmed = await createIdentity(db, { account: await createAccount(db, { confirmedAt: null }) });
    await createParticipation(db, event, { actorId: unconfirmed.id, status: "approved" });
    await announceUpdate(later(db, 30), await changed(worker(db), event, { title: "Repair night" }));
    expect(await waitingMails(db)).toEqual([]);
  });

  test("gathers the edits of half an hour, and is silent about what was changed back", async ({ db }) => {
    const event = await createEvent(db, { placeName: "Café" });
    await join(db, event, "approved", "grace");
    const first = await changed(worker(db), event, { title: "Repair night", placeName: "Town hall" });
    await announceUpdate(later(db, 1), first);
    const second = await changed(worker(db), event, { zone: "Europe/London", placeName: "Café" });
    await announceUpdate(later(db, 29), second);
    expect(await waitingMails(db)).toEqual([]);
    expect(await tellingAt(db, event.id)).toEqual([later(db, 30).now]);
    await announceUpdate(later(db, 30), second);
    expect(await waitingMails(db)).toMatchObject([{ subject: "Repair night – new time and new name" }]);

    await announceUpdate(later(db, 60), await changed(later(db, 60), event, { title: "Other" }));
    await announceUpdate(later(db, 95), await changed(later(db, 61), event, { title: "Repair night" }));
    expect(await waitingMails(db)).toHaveLength(1);
  });

  test("says what it was before", async ({ db }) => {
    const event = await createEvent(db, { placeName: "Café", placeAddress: "Place Sainte-Anne, Rennes" });
    await join(db, event, "approved", "grace");
    const startsAt = new Date("2026-12-02T19:00:00Z");
    const values = { title: "Repair night", placeName: "Town hall", startsAt, endsAt: null };
    await announceUpdate(later(db, 30), await changed(worker(db), event, values));
    const [mail] = await waitingMails(db);
    expect(mail?.text).toContain("Former name: Repair café");
    expect(mail?.text).toContain("Former time: Tuesday 1 December 2026, 19:00 – 22:00");
    expect(mail?.text).toContain("Former place: Café, Place Sainte-Anne, Rennes");
  });

  test("tells those let in meanwhile what came after, and nothing that they knew when they were", async ({
    db,
  }) => {
    const event = await createEvent(db, { placeName: "Café" });
    const letIn = (name: string, minute: number) =>
      join(db, event, "approved", name, { decidedAt: later(db, minute).now });
    await letIn("first", -60);
    const first = await changed(worker(db), event, { title: "Repair night" });
    await letIn("between", 10);
    const second = await changed(later(db, 20), event, { placeName: "Town hall" });
    await letIn("last", 25);
    await announceUpdate(later(db, 30), first);
    await announceUpdate(later(db, 30), second);
    expect((await waitingMails(db)).map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ["between@example.org", "Repair night – new place"],
      ["first@example.org", "Repair night – new place and new name"],
    ]);
  });

  test("tells of a pin that was moved and of another country, not of one that was added or nudged", async ({
    db,
  }) => {
    const [lyon, corner] = [
      { latitude: 45.76, longitude: 4.835 },
      { latitude: 45.7605, longitude: 4.836 },
    ];
    const [france, belgium] = await db
      .insert(places)
      .values(["FR", "BE"].map((country) => ({ name: "Hall", country, key: country, slug: country })))
      .returning();
    const tellings: [Partial<Event>, Partial<Event>, string | null][] = [
      [lyon, corner, null],
      [{}, lyon, null],
      [lyon, { ...lyon, longitude: 4.84 }, "the point on the map has moved"],
      [{}, { placeId: france!.id }, null],
      [{ placeId: france!.id }, { placeId: belgium!.id }, "It is in Belgium, not in France."],
    ];
    for (const [was, is, told] of tellings) {
      const event = await createEvent(db, { placeName: "Hall", ...was });
      await createParticipation(db, event, { status: "approved" });
      await db.delete(mails);
      await announceUpdate(later(db, 30), await changed(worker(db), event, is));
      const texts = (await waitingMails(db)).map(({ subject, text }) => subject + text);
      if (told === null) expect(texts).toEqual([]);
      else expect(texts).toEqual([expect.stringMatching(new RegExp(`new place[^]*${told}`))]);
    }
  });

  test("tells at once what begins within the hour", async ({ db }) => {
    const event = await createEvent(db);
    await join(db, event, "approved", "grace");
    const startsAt = new Date(now.getTime() + 59 * 60_000);
    await announceUpdate(worker(db), await changed(worker(db), event, { startsAt }));
    expect(await waitingMails(db)).toHaveLength(1);
  });

  test("is silent about small changes, and once it is over, called off or deleted", async ({ db }) => {
    const event = await createEvent(db);
    await join(db, event, "approved", "grace");
    await announceUpdate(later(db, 30), await changed(worker(db), event, { description: "More" }));
    const retitled = await changed(worker(db), event, { title: "Repair night", deletedAt: now });
    await announceUpdate(later(db, 30), retitled);
    expect(await waitingMails(db)).toEqual([]);
    await db.update(events).set({ status: "cancelled", deletedAt: null });
    await announceUpdate(later(db, 31), retitled);
    await db.update(events).set({ status: "confirmed" });
    const late = { ...worker(db), now: new Date("2027-01-01T00:00:00Z") };
    await announceUpdate(late, await changed(worker(db), event, { title: "Too late" }));
    expect(await waitingMails(db)).toEqual([]);
  });

  test("reaches everybody of a large event", async ({ db }) => {
    const event = await createEvent(db);
    const { id } = await createAccount(db);
    const crowd = await db
      .insert(actors)
      .values(
        Array.from({ length: 450 }, (_, n) => ({
          kind: "person" as const,
          handle: `p${n}`,
          name: `P${n}`,
          uri: `u:${n}`,
        })),
      )
      .returning({ actorId: actors.id });
    await db.execute(sql`
      insert into account_identities (actor_id, account_id) select id, ${id} from actors where handle ~ '^p[0-9]+$'`);
    await db.insert(participations).values(
      crowd.map(({ actorId }) => ({
        eventId: event.id,
        actorId,
        status: "approved" as const,
        createdAt: now,
        uri: `join:${actorId}`,
      })),
    );
    await announceUpdate(later(db, 30), await changed(worker(db), event, { title: "Repair night" }));
    expect(await db.$count(mails)).toBe(450);
  });
});

describe("announceCancellation", () => {
  test("tells those who come and those who wait; calendars only of those who come", async ({ db }) => {
    const event = await createEvent(db, { status: "cancelled", sequence: 4 });
    for (const status of ["approved", "pending", "rejected", "left"] as const)
      await join(db, event, status, status);
    await announceCancellation(worker(db), cancelled(event));
    await announceCancellation(worker(db), cancelled(event));
    expect(await addresses(db)).toEqual(["approved@example.org", "pending@example.org"]);
    const bodies = await waitingMails(db);
    const coming = bodies.find(({ to }) => to === "approved@example.org");
    expect(coming?.subject).toBe("Repair café – cancelled");
    expect(coming?.calendar).toContain("STATUS:CANCELLED\r\n");
    expect(coming?.calendar).toContain("SEQUENCE:4\r\n");
    expect(bodies.find(({ to }) => to === "pending@example.org")?.calendar).toBeUndefined();
  });

  test("is silent when the event is gone or was over already", async ({ db }) => {
    const event = await createEvent(db, { status: "cancelled" });
    await join(db, event, "approved", "grace");
    await announceCancellation({ ...worker(db), now: new Date("2027-01-01T00:00:00Z") }, cancelled(event));
    await db.delete(events);
    await announceCancellation(worker(db), cancelled(event));
    expect(await waitingMails(db)).toEqual([]);
  });
});
