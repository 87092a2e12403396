import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { answerEvent } from "../answer";
import { changeParticipation } from "../change";
import { questionField } from "../input";
import { joinEvent } from "../join";
import { leaveEvent } from "../leave";
import { listAnswers } from "./queries";
import { createQuestion } from "./testing/asked";

const party = { message: "", adults: 0, children: 0, isHidden: false };

/** An event that asks two things, and somebody who reads it. */
async function settle(db: Database) {
  const event = await createEvent(db);
  const food = await createQuestion(db, event, { isRequired: true });
  const size = await createQuestion(db, event, { kind: "choice", choices: ["S", "M"], position: 2 });
  const grace = actingAs(db, (await createIdentity(db)).id);
  const answered = async (id: string) => (await listAnswers(db, [id])).get(id) ?? {};
  return { eventId: event.id, food: food.id, size: size.id, grace, answered };
}

describe("joinEvent", () => {
  test("keeps what was answered, and nothing that nobody asked", async ({ db }) => {
    const { eventId, food, size, grace, answered } = await settle(db);
    const foreign = await createQuestion(db, await createEvent(db));
    const answers = { [food]: ["Soup"], [size]: ["M"], [foreign.id]: ["x"], nonsense: ["y"] };
    const { id } = await joinEvent(grace, { eventId, answers });
    expect(await answered(id)).toEqual({ [food]: ["Soup"], [size]: ["M"] });
  });

  test("refuses what is missing or wrong, field by field, and stores nothing", async ({ db }) => {
    const { eventId, food, size, grace } = await settle(db);
    const attempt = joinEvent(grace, { eventId, answers: { [size]: ["XXL"] } });
    await expect(attempt).rejects.toMatchObject({
      reason: "check_fields",
      fieldErrors: { [questionField(food)]: ["answer_missing"], [questionField(size)]: ["choose_one"] },
    });
    expect(await kindsOf(db, eventId)).toEqual([]);
  });

  test("asks nobody whose server knows no questions, and keeps what they said before", async ({ db }) => {
    const { eventId, food, grace, answered } = await settle(db);
    expect(await joinEvent(grace, { eventId })).toMatchObject({ status: "approved" });
    const { id } = await changeParticipation(grace, { eventId, ...party, answers: { [food]: ["Soup"] } });
    await answerEvent(grace, { eventId, answer: "maybe" });
    await joinEvent(grace, { eventId });
    expect(await answered(id)).toEqual({ [food]: ["Soup"] });
  });
});

describe("answerEvent", () => {
  test("requires nothing of whoever may not come, and keeps what they say", async ({ db }) => {
    const { eventId, food, size, grace, answered } = await settle(db);
    const { id } = await answerEvent(grace, { eventId, answer: "maybe", answers: { [size]: ["S"] } });
    expect(await answered(id)).toEqual({ [size]: ["S"] });
    await answerEvent(grace, { eventId, answer: "declined", answers: {} });
    expect(await answered(id)).toEqual({});
    const wrong = answerEvent(grace, { eventId, answer: "maybe", answers: { [food]: ["x".repeat(1001)] } });
    await expect(wrong).rejects.toMatchObject({
      fieldErrors: { [questionField(food)]: ["answer_too_long"] },
    });
  });
});

describe("changeParticipation", () => {
  test("counts another answer as a change, and the same as none", async ({ db }) => {
    const { eventId, food, grace, answered } = await settle(db);
    const { id } = await joinEvent(grace, { eventId, answers: { [food]: ["Soup"] } });
    await changeParticipation(grace, { eventId, ...party, answers: { [food]: ["Soup"] } });
    await changeParticipation(grace, { eventId, ...party, answers: { [food]: ["Cake"] } });

    expect(await answered(id)).toEqual({ [food]: ["Cake"] });
    const changes = await db.select().from(journal).where(eq(journal.kind, "participation.changed"));
    expect(changes).toMatchObject([{ payload: { participationId: id, changed: ["answers"] } }]);
  });

  test("requires what is required, of those who come alone", async ({ db }) => {
    const { eventId, food, grace } = await settle(db);
    await answerEvent(grace, { eventId, answer: "maybe" });
    await changeParticipation(grace, { eventId, ...party, message: "Perhaps", answers: {} });
    await joinEvent(grace, { eventId, answers: { [food]: ["Soup"] } });
    await expect(changeParticipation(grace, { eventId, ...party, answers: {} })).rejects.toMatchObject({
      fieldErrors: { [questionField(food)]: ["answer_missing"] },
    });
  });
});

describe("leaveEvent", () => {
  test("forgets the answers, and nobody else's", async ({ db }) => {
    const { eventId, food, grace, answered } = await settle(db);
    const { id } = await joinEvent(grace, { eventId, answers: { [food]: ["Soup"] } });
    const ada = actingAs(db, (await createIdentity(db)).id);
    const other = await joinEvent(ada, { eventId, answers: { [food]: ["Cake"] } });
    await leaveEvent(grace, eventId);
    expect(await answered(id)).toEqual({});
    expect(await answered(other.id)).toEqual({ [food]: ["Cake"] });
  });
});
