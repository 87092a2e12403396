import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { confirmByMail, findToConfirm } from "./confirm";
import { sweepUnconfirmedAnswers } from "./forget";
import { confirmToken, pageToken } from "./testing/tokens";

const unconfirmed = {
  email: "grace@example.org",
  status: "unconfirmed",
  statusBefore: "approved",
  message: "I am vegan",
  adults: 1,
  isHidden: true,
  createdAt: now,
} as const;

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR);

describe("confirmByMail", () => {
  test("makes the answer count, once", async ({ db }) => {
    const event = await createEvent(db, { guestsAllowed: 2, capacity: 2 });
    const { id } = await createParticipation(db, event, unconfirmed);
    const token = confirmToken(id);
    await confirmByMail(visitor(db), token);
    await confirmByMail(visitor(db, inHours(72)), token);
    expect(await find(db, id)).toMatchObject({
      status: "approved",
      statusBefore: null,
      message: "I am vegan",
      seats: 2,
      isHidden: true,
    });
    expect(await kindsOf(db, event.id)).toEqual(["participation.approved"]);
  });

  test("asks the hosts where they decide, and puts into the line where all is full", async ({ db }) => {
    const asking = await createEvent(db, { joinMode: "approval", guestsAllowed: 2 });
    const asked = await createParticipation(db, asking, unconfirmed);
    expect(await confirmByMail(visitor(db), confirmToken(asked.id))).toMatchObject({ status: "pending" });
    const full = await createEvent(db, { capacity: 2, guestsAllowed: 2 });
    await createParticipation(db, full, { status: "approved" });
    const late = await createParticipation(db, full, unconfirmed);
    expect(await confirmByMail(visitor(db), confirmToken(late.id))).toMatchObject({ status: "waitlisted" });
  });

  test.for(["maybe", "declined"] as const)("keeps the answer %s", async (answer, { db }) => {
    const event = await createEvent(db);
    const { id } = await createParticipation(db, event, { ...unconfirmed, statusBefore: answer, adults: 0 });
    expect(await confirmByMail(visitor(db), confirmToken(id))).toMatchObject({
      status: answer,
      message: "I am vegan",
    });
  });

  test("refuses when the last place went meanwhile, and lets them try again", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1, waitlist: "closed" });
    const { id } = await createParticipation(db, event, { ...unconfirmed, adults: 0 });
    const rival = await createParticipation(db, event, { status: "approved" });
    const confirming = confirmByMail(visitor(db), confirmToken(id));
    await expect(confirming).rejects.toMatchObject({ reason: "event_full" });
    await db.delete(participations).where(eq(participations.id, rival.id));
    expect(await confirmByMail(visitor(db), confirmToken(id))).toMatchObject({ status: "approved" });
  });

  test("takes no other secret, and none after two days", async ({ db }) => {
    const event = await createEvent(db, { guestsAllowed: 1 });
    const { id } = await createParticipation(db, event, unconfirmed);
    for (const token of [pageToken(id), "no-secret-of-this-server"])
      await expect(confirmByMail(visitor(db), token)).rejects.toMatchObject({ reason: "answer_link_over" });
    const tooLate = confirmByMail(visitor(db, inHours(48)), confirmToken(id));
    await expect(tooLate).rejects.toMatchObject({ reason: "answer_link_over" });
    expect(await findToConfirm(visitor(db, inHours(47)), confirmToken(id))).toMatchObject({ id });
  });
});

test("what was not confirmed in two days is gone, and nothing else", async ({ db }) => {
  const event = await createEvent(db);
  const old = await createParticipation(db, event, unconfirmed);
  const fresh = { ...unconfirmed, email: "new@example.org", createdAt: inHours(2) };
  const waiting = await createParticipation(db, event, fresh);
  const going = await createParticipation(db, event, { status: "approved", createdAt: now });
  await sweepUnconfirmedAnswers({ db, actor: { kind: "system" }, now: inHours(49) });
  expect(await find(db, old.id)).toBeUndefined();
  expect(await find(db, waiting.id)).toEqual(waiting);
  expect(await find(db, going.id)).toEqual(going);
});

function visitor(db: Database, at = now) {
  return { db, actor: { kind: "anonymous" as const }, now: at };
}

async function find(db: Database, id: string) {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  return participation;
}
