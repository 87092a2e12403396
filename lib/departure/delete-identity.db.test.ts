import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
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
import { acceptHosting } from "@/lib/events/hosts/answer";
import { createHost, createInvited, hostsOf } from "@/lib/events/hosts/testing/hosting";
import { kindsOf } from "@/lib/events/testing/facts";
import { waitingMails } from "@/lib/notifications/testing/facts";
import { type Ending, endIdentityAndEvents } from "./delete-identity";
import { eraseIdentity } from "./erase-identity";
import { listSharedEvents } from "./shared-events";

/** Ada, one of two identities of an account, organises an event that Grace and, since a minute later, Rosa host too. */
async function settle(db: Database) {
  const account = await createAccount(db);
  await createIdentity(db, { account });
  const ada = await createIdentity(db, { account, name: "Ada Marchand" });
  const event = await createEvent(db, { organizerId: ada.id });
  const [grace, rosa] = [await createHost(db, event), await createInvited(db, event)];
  await acceptHosting({ ...actingAs(db, rosa.id), now: new Date(now.getTime() + 60_000) }, event.id);
  const ctx = { db, actor: { kind: "account" as const, accountId: account.id, role: account.role }, now };
  const proof = { typed: ada.handle };
  const end = (endings: Ending[]) => endIdentityAndEvents(ctx, { actorId: ada.id, proof, endings });
  const erase = () => eraseIdentity({ db, actor: { kind: "system" }, now }, ada.id);
  return { ada, event, grace, rosa, end, erase };
}

describe("endIdentityAndEvents", () => {
  test("hands over what was chosen, and the job takes the identity out of it", async ({ db }) => {
    const { ada, event, grace, rosa, end, erase } = await settle(db);
    await end([{ eventId: event.id, heirId: rosa.id }]);
    expect(await hostsOf(db, event.id)).toMatchObject({ organizerId: rosa.id });

    await erase();
    const { organizerId, hostIds, accepted } = await hostsOf(db, event.id);
    expect([organizerId, hostIds, accepted]).toEqual([rosa.id, [grace.id], [grace.id]]);
    expect(await waitingMails(db)).toEqual([]);
    expect(await db.select().from(actors).where(eq(actors.id, ada.id))).toMatchObject([{ name: "" }]);
  });

  test("cancels what was chosen, and tells those who were to come once", async ({ db }) => {
    const { event, end, erase } = await settle(db);
    await createParticipation(db, event, { status: "approved" });
    await end([{ eventId: event.id, heirId: null }]);
    expect(await db.select().from(events)).toMatchObject([{ status: "cancelled" }]);

    await erase();
    expect(await db.select().from(events)).toEqual([]);
    expect((await waitingMails(db)).map(({ subject }) => subject)).toEqual(["Repair café – cancelled"]);
  });

  test("leaves what was not chosen to the job: the first host goes on with it, also with a draft", async ({
    db,
  }) => {
    const { ada, event, grace, end, erase } = await settle(db);
    const draft = await createEvent(db, {
      organizerId: ada.id,
      publishedAt: null,
      startsAt: null,
      endsAt: null,
    });
    await createHost(db, draft, { host: grace });
    await end([]);
    await erase();
    for (const { id } of [event, draft])
      expect(await hostsOf(db, id)).toMatchObject({ organizerId: grace.id });
    expect((await kindsOf(db, event.id)).slice(-2)).toEqual(["event.handed_over", "event.host_left"]);
  });

  test("passes over a host who is gone, and cancels where nobody is left", async ({ db }) => {
    const { event, grace, rosa, end, erase } = await settle(db);
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, grace.id));
    await end([]);
    await erase();
    expect(await hostsOf(db, event.id)).toMatchObject({ organizerId: rosa.id });

    const alone = await settle(db);
    for (const { id } of [alone.grace, alone.rosa])
      await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, id));
    await alone.end([]);
    await alone.erase();
    expect(await db.select().from(events).where(eq(events.id, alone.event.id))).toEqual([]);
  });

  test("does nothing at all when the heir does not host any more", async ({ db }) => {
    const { ada, event, end } = await settle(db);
    const stranger = await createIdentity(db);
    const failing = db.transaction(async () => end([{ eventId: event.id, heirId: stranger.id }]));
    await expect(failing).rejects.toMatchObject({ reason: "host_not_found" });
    expect(await hostsOf(db, event.id)).toMatchObject({ organizerId: ada.id });
    expect(await db.select().from(actors).where(eq(actors.id, ada.id))).toMatchObject([{ deletedAt: null }]);
  });

  test("ends nothing that the identity only hosts", async ({ db }) => {
    const { ada, end } = await settle(db);
    const theirs = await createEvent(db);
    await createHost(db, theirs, { host: ada });
    for (const heirId of [null, ada.id])
      await expect(end([{ eventId: theirs.id, heirId }])).rejects.toMatchObject({ code: "forbidden" });
    await expect(end([{ eventId: crypto.randomUUID(), heirId: null }])).rejects.toMatchObject({
      reason: "event_not_found",
    });
  });
});

test("what goes leaves hostings and invitations, and forgets who was asked by it", async ({ db }) => {
  const { ada, event, end, erase } = await settle(db);
  const [hosted, asked] = [await createEvent(db), await createEvent(db)];
  await createHost(db, hosted, { host: ada });
  await createInvited(db, asked, { host: ada });
  await end([]);
  await erase();
  expect(await hostsOf(db, hosted.id)).toMatchObject({ hostIds: [], accepted: [] });
  expect(await hostsOf(db, asked.id)).toMatchObject({ invited: [] });
  const facts = [await kindsOf(db, hosted.id), await kindsOf(db, asked.id)];
  expect(facts).toEqual([["event.host_accepted", "event.host_left"], []]);
  expect((await hostsOf(db, event.id)).hostIds).not.toContain(ada.id);
});

test("only events to come that others host are asked about, the soonest first", async ({ db }) => {
  const { ada, event, grace, rosa } = await settle(db);
  const add = async (values: Partial<typeof event>) => {
    const added = await createEvent(db, { organizerId: ada.id, ...values });
    await createHost(db, added, { host: grace });
    return added;
  };
  const sooner = await add({ startsAt: new Date("2026-11-25T18:00:00Z"), endsAt: null });
  const over = await add({});
  await db
    .update(events)
    .set({ startsAt: new Date("2026-11-01"), endsAt: null })
    .where(eq(events.id, over.id));
  const off = await add({});
  await db.update(events).set({ status: "cancelled" }).where(eq(events.id, off.id));
  await createEvent(db, { organizerId: ada.id });

  const shared = await listSharedEvents(db, ada.id, now);
  expect(shared.map(({ event, hosts }) => [event.id, hosts.map(({ id }) => id)])).toEqual([
    [sooner.id, [grace.id]],
    [event.id, [grace.id, rosa.id]],
  ]);
});
