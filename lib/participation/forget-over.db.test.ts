import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventQuestions } from "@/db/schema/event-questions";
import { events } from "@/db/schema/events";
import { participationAnswers, participations } from "@/db/schema/participations";
import { createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { forgetOver } from "./forget-over";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);

describe("forgetOver", () => {
  test("forgets who came by e-mail, and what anybody wrote, when its time is over", async ({ db }) => {
    const { event, mail, identity } = await takePlace(db, { endsAt: daysAgo(8), retentionDays: 7 });
    await forgetOver(system(db));
    expect(await find(db, mail.id)).toMatchObject({
      status: "approved",
      email: null,
      name: "",
      message: "",
      seats: 2,
      forgottenAt: now,
    });
    expect(await find(db, identity.id)).toMatchObject({
      status: "rejected",
      actorId: identity.actorId,
      message: "",
      reason: "",
    });
    expect(await db.select().from(participationAnswers)).toEqual([]);
    expect(await findEvent(db, event.id)).toMatchObject({ participantsForgottenAt: now });
  });

  test("does it once, and leaves alone what is not due", async ({ db }) => {
    const fresh = await takePlace(db, { endsAt: daysAgo(6), retentionDays: 7 });
    const open = await takePlace(db, { endsAt: null, startsAt: daysAgo(7), retentionDays: 7 });
    await forgetOver(system(db));
    for (const { mail, event } of [fresh, open]) {
      expect(await find(db, mail.id)).toEqual(mail);
      expect(await findEvent(db, event.id)).toMatchObject({ participantsForgottenAt: null });
    }
    await forgetOver(system(db, daysAgo(-2)));
    await forgetOver(system(db, daysAgo(-3)));
    expect(await findEvent(db, fresh.event.id)).toMatchObject({ participantsForgottenAt: daysAgo(-2) });
  });

  test("begins anew for what was moved to a later time", async ({ db }) => {
    const moved = await takePlace(db, {
      endsAt: daysAgo(3),
      retentionDays: 2,
      participantsForgottenAt: daysAgo(9),
    });
    await forgetOver(system(db));
    expect(await find(db, moved.mail.id)).toMatchObject({ email: null });
  });
});

/** An event that took place, with somebody by e-mail who came, and an identity that was refused. */
async function takePlace(db: Database, values: Parameters<typeof createEvent>[1]) {
  const event = await createEvent(db, { startsAt: daysAgo(30), ...values });
  const mail = await createParticipation(db, event, {
    email: "grace@example.org",
    name: "Grace",
    message: "I am vegan",
    adults: 1,
    status: "approved",
  });
  const refused = { status: "rejected", message: "Please", reason: "Too late" } as const;
  const identity = await createParticipation(db, event, refused);
  const asked = { eventId: event.id, position: 0, kind: "text", label: "Allergies?" } as const;
  const [question] = await db.insert(eventQuestions).values(asked).returning();
  for (const { id } of [mail, identity])
    await db
      .insert(participationAnswers)
      .values({ participationId: id, questionId: question!.id, value: ["Nuts"] });
  return { event, mail, identity };
}

function system(db: Database, at = now) {
  return { db, actor: { kind: "system" as const }, now: at };
}

async function find(db: Database, id: string) {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  return participation;
}

async function findEvent(db: Database, id: string) {
  const [event] = await db.select().from(events).where(eq(events.id, id));
  return event;
}
