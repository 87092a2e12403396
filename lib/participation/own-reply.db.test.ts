import { describe, expect } from "vitest";
import { eventQuestions } from "@/db/schema/event-questions";
import { participationAnswers } from "@/db/schema/participations";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listOwnParticipations } from "./own-reply";

describe("listOwnParticipations", () => {
  test("says what was answered, and where in line one stands", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    const other = await createEvent(db);
    const [ada, night] = [await createIdentity(db), await createIdentity(db)];
    await createParticipation(db, other, { status: "waitlisted", waitRank: 1 });
    for (const waitRank of [3, 4]) await createParticipation(db, event, { status: "waitlisted", waitRank });
    const waiting = { status: "waitlisted", waitRank: 7, actorId: ada.id, adults: 2 } as const;
    const { id: participationId } = await createParticipation(db, event, waiting);
    const offerEndsAt = new Date(now.getTime() + 3_600_000);
    await createParticipation(db, event, { status: "offered", offerEndsAt, actorId: night.id });
    const [question] = await db
      .insert(eventQuestions)
      .values({ eventId: event.id, position: 1, kind: "text", label: "What do you bring?" })
      .returning();
    await db
      .insert(participationAnswers)
      .values({ participationId, questionId: question!.id, value: ["soup"] });

    const own = await listOwnParticipations(db, event.id, [ada.id, night.id]);

    expect(own).toHaveLength(2);
    expect(own.find(({ actorId }) => actorId === ada.id)).toMatchObject({
      status: "waitlisted",
      position: 3,
      adults: 2,
      answers: { [question!.id]: ["soup"] },
    });
    expect(own.find(({ actorId }) => actorId === night.id)).toMatchObject({
      status: "offered",
      position: null,
      offerEndsAt,
      answers: {},
    });
  });

  test("is about these identities alone", async ({ db }) => {
    const event = await createEvent(db);
    await createParticipation(db, event, { status: "approved" });
    expect(await listOwnParticipations(db, event.id, [(await createIdentity(db)).id])).toEqual([]);
  });
});
