import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventQuestions } from "@/db/schema/event-questions";
import { participationAnswers, participations } from "@/db/schema/participations";
import { actingAs, createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { forgetByLink } from "./forget";
import { acceptByLink, leaveByLink, replyByLink } from "./reply";
import { confirmToken, pageToken } from "./testing/tokens";

const email = "grace@example.org";
const reply = { message: "", adults: 0, children: 0, isHidden: false, answers: {} };
const tomorrow = new Date(now.getTime() + 86_400_000);

describe("whoever holds the link", () => {
  test("changes whom they bring, answers otherwise and comes back", async ({ db }) => {
    const event = await createEvent(db, { guestsAllowed: 3, capacity: 4 });
    const { id } = await createParticipation(db, event, { email, name: "Grace", status: "approved" });
    const token = pageToken(id);
    const answer = (answer: "going" | "maybe" | "declined", adults = 0) =>
      replyByLink(visitor(db), { token, ...reply, eventId: event.id, answer, adults, message: "Hello" });
    expect(await answer("going", 2)).toMatchObject({ status: "approved", seats: 3, message: "Hello", email });
    await expect(answer("going", 4)).rejects.toMatchObject({ fieldErrors: { adults: ["too_many_guests"] } });
    expect(await answer("maybe")).toMatchObject({ status: "maybe", seats: 1 });
    expect(await answer("declined")).toMatchObject({ status: "declined" });
    expect(await answer("going", 1)).toMatchObject({ status: "approved", seats: 2, name: "Grace" });
    expect(await kindsOf(db, event.id)).toEqual([
      "participation.changed",
      "participation.undecided",
      "participation.declined",
      "participation.approved",
    ]);
  });

  test("takes an offered place, once and in time", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    const values = { email, status: "offered", offerEndsAt: tomorrow } as const;
    const { id } = await createParticipation(db, event, values);
    const tooLate = acceptByLink({ ...visitor(db), now: tomorrow }, pageToken(id));
    await expect(tooLate).rejects.toMatchObject({ reason: "offer_over" });
    expect(await acceptByLink(visitor(db), pageToken(id))).toMatchObject({ status: "approved" });
    expect(await acceptByLink(visitor(db), pageToken(id))).toMatchObject({ status: "approved" });
  });

  test("leaves, and the next in line is in", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    const { id } = await createParticipation(db, event, { email, status: "approved", message: "Hello" });
    const next = await createParticipation(db, event, { status: "waitlisted", waitRank: 1 });
    await leaveByLink(visitor(db), pageToken(id));
    await leaveByLink(visitor(db), pageToken(id));
    expect(await find(db, id)).toMatchObject({ status: "left", message: "", email });
    expect(await find(db, next.id)).toMatchObject({ status: "approved" });
  });

  test("acts for that participation alone, whoever else they are", async ({ db }) => {
    const event = await createEvent(db);
    const mine = await createParticipation(db, event, { email, status: "approved" });
    const other = await createParticipation(db, event, { status: "approved" });
    const signedIn = actingAs(db, other.actorId!);
    const elsewhere = await createEvent(db);
    const answer = { token: pageToken(mine.id), ...reply, eventId: elsewhere.id, answer: "maybe" as const };
    expect(await replyByLink(signedIn, answer)).toMatchObject({ id: mine.id, eventId: event.id });
    await leaveByLink(signedIn, pageToken(mine.id));
    expect(await find(db, other.id)).toEqual(other);
    expect(await find(db, mine.id)).toMatchObject({ status: "left" });
  });

  test("does not wash off a refusal", async ({ db }) => {
    const event = await createEvent(db, { joinMode: "approval" });
    const { id } = await createParticipation(db, event, { email, status: "rejected" });
    const again = { token: pageToken(id), ...reply, eventId: event.id, answer: "maybe" as const };
    await expect(replyByLink(visitor(db), again)).rejects.toMatchObject({ reason: "participation_rejected" });
  });

  test("needs a confirmed address, and the right secret", async ({ db }) => {
    const event = await createEvent(db);
    const waiting = await createParticipation(db, event, { email, status: "unconfirmed" });
    const identity = await createParticipation(db, event, { status: "approved" });
    const tokens = [pageToken(waiting.id), confirmToken(waiting.id), pageToken(identity.id), "no-secret"];
    for (const token of tokens)
      await expect(leaveByLink(visitor(db), token)).rejects.toMatchObject({ reason: "answer_link_over" });
  });
});

describe("forgetByLink", () => {
  test("forgets everything at once, frees the place, and ends the link", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    const words = { name: "Grace", message: "I am vegan", locale: "fr", zone: "Europe/Paris" };
    const { id } = await createParticipation(db, event, { email, status: "approved", ...words });
    const next = await createParticipation(db, event, { status: "waitlisted", waitRank: 1 });
    await answerSomething(db, event.id, id);
    await forgetByLink(visitor(db), pageToken(id));
    expect(await find(db, id)).toMatchObject({
      status: "left",
      email: null,
      name: "",
      message: "",
      locale: null,
      zone: null,
      forgottenAt: now,
    });
    expect(await find(db, next.id)).toMatchObject({ status: "approved" });
    expect(await db.select().from(participationAnswers)).toEqual([]);
    const again = forgetByLink(visitor(db), pageToken(id));
    await expect(again).rejects.toMatchObject({ reason: "answer_link_over" });
  });

  test("leaves a row to be counted of what is over", async ({ db }) => {
    const event = await createEvent(db, { startsAt: new Date(0), endsAt: new Date(1) });
    const { id } = await createParticipation(db, event, { email, status: "approved" });
    await forgetByLink(visitor(db), pageToken(id));
    expect(await find(db, id)).toMatchObject({ status: "approved", email: null, forgottenAt: now });
    expect(await kindsOf(db, event.id)).toEqual([]);
  });

  test("works when the event is deleted", async ({ db }) => {
    const event = await createEvent(db, { deletedAt: now });
    const { id } = await createParticipation(db, event, { email, status: "approved" });
    await forgetByLink(visitor(db), pageToken(id));
    expect(await find(db, id)).toMatchObject({ email: null });
  });
});

async function answerSomething(db: Database, eventId: string, participationId: string) {
  const values = { eventId, position: 0, kind: "text", label: "Allergies?" } as const;
  const [question] = await db.insert(eventQuestions).values(values).returning();
  await db
    .insert(participationAnswers)
    .values({ participationId, questionId: question!.id, value: ["Nuts"] });
}

function visitor(db: Database) {
  return { db, actor: { kind: "anonymous" as const }, now };
}

async function find(db: Database, id: string) {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  return participation;
}
