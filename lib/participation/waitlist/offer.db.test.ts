import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { leaveEvent } from "../leave";
import { acceptOffer, endOffer } from "./offer";
import { sweepOffers } from "./sweep";

const inAnHour = new Date(now.getTime() + 3_600_000);
const anHourAgo = new Date(now.getTime() - 3_600_000);

/** One place, held for somebody, and somebody who waits behind them. */
async function scene(db: Database, values: Partial<Event> = {}, offerEndsAt = inAnHour) {
  const event = await createEvent(db, { capacity: 1, waitlist: "offer", offerHours: 2, ...values });
  const offered = await createParticipation(db, event, { status: "offered", offerEndsAt });
  const next = await createParticipation(db, event, { status: "waitlisted", waitRank: 5 });
  const find = async (id: string) =>
    (await db.select().from(participations).where(eq(participations.id, id)))[0];
  return { event, offered, next, find, invited: actingAs(db, offered.actorId!) };
}

describe("acceptOffer", () => {
  test("takes the place, once", async ({ db }) => {
    const { event, offered, find, invited } = await scene(db);
    await acceptOffer(invited, event.id);
    await acceptOffer(invited, event.id);
    expect(await find(offered.id)).toMatchObject({ status: "approved", offerEndsAt: null, decidedAt: now });
    expect(await kindsOf(db, event.id)).toEqual(["participation.approved"]);
  });

  test("comes too late when its time is up", async ({ db }) => {
    const { event, invited } = await scene(db, {}, anHourAgo);
    await expect(acceptOffer(invited, event.id)).rejects.toMatchObject({ reason: "offer_over" });
  });

  test("is for nobody else: neither who waits, nor strangers, nor visitors", async ({ db }) => {
    const { event, next } = await scene(db);
    for (const { id } of [{ id: next.actorId! }, await createIdentity(db)])
      await expect(acceptOffer(actingAs(db, id), event.id)).rejects.toMatchObject({ reason: "offer_over" });
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    await expect(acceptOffer(visitor, event.id)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is refused where the event is called off", async ({ db }) => {
    const { event, invited } = await scene(db, { status: "cancelled" });
    await expect(acceptOffer(invited, event.id)).rejects.toMatchObject({ reason: "event_cancelled" });
  });
});

describe("an offer that is not taken", () => {
  test("goes to the next when it is let go", async ({ db }) => {
    const { event, offered, next, find, invited } = await scene(db);
    await leaveEvent(invited, event.id);
    expect(await find(offered.id)).toMatchObject({ status: "left" });
    expect(await find(next.id)).toMatchObject({ status: "offered", waitRank: null });
  });

  test("goes to the next when its time is up, and not before", async ({ db }) => {
    const early = await scene(db);
    await endOffer(early.invited, early.offered.id);
    expect(await early.find(early.offered.id)).toMatchObject({ status: "offered" });

    const { event, offered, next, find } = await scene(db, {}, anHourAgo);
    const system = { db, actor: { kind: "system" as const }, now };
    await endOffer(system, offered.id);
    await endOffer(system, offered.id);
    expect(await find(offered.id)).toMatchObject({ status: "left", offerEndsAt: null });
    expect(await find(next.id)).toMatchObject({ status: "offered" });
    expect(await kindsOf(db, event.id)).toEqual(["participation.offer_lapsed", "participation.offered"]);
  });
});

test("an offer whose job was lost is ended by the sweep", async ({ db }) => {
  const event = await createEvent(db, { capacity: 1, waitlist: "offer" });
  const offerEndsAt = new Date("2026-11-24T12:00:00Z");
  const { id } = await createParticipation(db, event, { status: "offered", offerEndsAt });
  const keys = async (at: string) => {
    await sweepOffers({ db, actor: { kind: "system" }, now: new Date(at) });
    const jobs = await db.execute("select key from graphile_worker.jobs where task_identifier = 'end-offer'");
    return jobs.map(({ key }) => key);
  };
  expect(await keys("2026-11-24T12:00:00Z")).toEqual([]);
  expect(await keys("2026-11-24T12:10:00Z")).toEqual([`end-offer:${id}`]);
});
