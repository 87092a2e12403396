import { describe, expect } from "vitest";
import { participationAnswers } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft } from "@/lib/events/draft";
import { kindsOf } from "@/lib/events/testing/facts";
import { typed } from "@/lib/events/testing/typed";
import { moveQuestion } from "./move";
import { countAnswers, listAnswers, listQuestions } from "./queries";
import { removeQuestion } from "./remove";
import { saveQuestion } from "./save";
import { asked, createQuestion } from "./testing/asked";

describe("saveQuestion", () => {
  test("asks at the end, and once when it is sent twice", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const first = asked(event, { label: " What  do you eat? ", isRequired: true });
    await saveQuestion(host, first);
    await saveQuestion(host, first);
    await saveQuestion(host, asked(event, { kind: "choice", label: "Size", choices: ["S", "M"] }));

    expect(await listQuestions(db, event.id)).toMatchObject([
      { id: first.questionId, label: "What do you eat?", isRequired: true, choices: [] },
      { label: "Size", kind: "choice", choices: ["S", "M"] },
    ]);
    expect(new Set(await kindsOf(db, event.id))).toEqual(new Set(["event.questions_changed"]));
  });

  test("changes all of a question but the kind of one that was answered", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const { id: questionId } = await createQuestion(db, event);
    await saveQuestion(host, asked(event, { questionId, kind: "number", label: "How many?" }));
    expect(await listQuestions(db, event.id)).toMatchObject([{ kind: "number", label: "How many?" }]);

    const { id: participationId } = await createParticipation(db, event);
    await db.insert(participationAnswers).values({ participationId, questionId, value: ["3"] });
    await expect(saveQuestion(host, asked(event, { questionId }))).rejects.toMatchObject({
      reason: "question_answered",
    });
    await saveQuestion(host, asked(event, { questionId, kind: "number", label: "How many come?" }));
    expect(await listQuestions(db, event.id)).toMatchObject([{ label: "How many come?" }]);
    expect(await countAnswers(db, event.id)).toEqual(new Map([[questionId, 1]]));
  });

  test("refuses more than twenty, those of other events, strangers, and what was called off", async ({
    db,
  }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    for (let position = 0; position < 20; position++) await createQuestion(db, event, { position });
    await expect(saveQuestion(host, asked(event))).rejects.toMatchObject({ reason: "too_many_questions" });

    const other = await createQuestion(db, await createEvent(db));
    const stolen = asked(event, { questionId: other.id });
    await expect(saveQuestion(host, stolen)).rejects.toMatchObject({ reason: "question_not_found" });

    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(saveQuestion(stranger, asked(event))).rejects.toMatchObject({ code: "forbidden" });

    const cancelled = await createEvent(db, { organizerId: event.organizerId, status: "cancelled" });
    await expect(saveQuestion(host, asked(cancelled))).rejects.toMatchObject({ reason: "event_cancelled" });
  });
});

describe("moveQuestion", () => {
  test("changes places with its neighbour, and stays at the ends", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    for (const [position, label] of ["a", "b", "c"].entries())
      await createQuestion(db, event, { position, label });
    const order = async () => (await listQuestions(db, event.id)).map(({ label }) => label).join("");
    const move = async (label: string, to: "up" | "down") => {
      const found = (await listQuestions(db, event.id)).find((each) => each.label === label);
      await moveQuestion(host, { eventId: event.id, questionId: found!.id, to });
      return order();
    };

    expect(await move("c", "up")).toBe("acb");
    expect(await move("a", "down")).toBe("cab");
    expect(await move("c", "up")).toBe("cab");
    expect(await move("b", "down")).toBe("cab");
  });

  test("is for those who host", async ({ db }) => {
    const event = await createEvent(db);
    const { id: questionId } = await createQuestion(db, event);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const moved = moveQuestion(stranger, { eventId: event.id, questionId, to: "up" });
    await expect(moved).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("removeQuestion", () => {
  test("takes the answers with it, once, and leaves other events alone", async ({ db }) => {
    const event = await createEvent(db);
    const host = actingAs(db, event.organizerId);
    const { id: questionId } = await createQuestion(db, event);
    const { id: participationId } = await createParticipation(db, event);
    await db.insert(participationAnswers).values({ participationId, questionId, value: ["Soup"] });
    const elsewhere = await createEvent(db, { organizerId: event.organizerId });
    await removeQuestion(host, { eventId: elsewhere.id, questionId });
    expect(await listQuestions(db, event.id)).toHaveLength(1);

    await removeQuestion(host, { eventId: event.id, questionId });
    await removeQuestion(host, { eventId: event.id, questionId });
    expect(await listQuestions(db, event.id)).toEqual([]);
    expect(await listAnswers(db, [participationId])).toEqual(new Map());
    expect(await kindsOf(db, event.id)).toEqual(["event.questions_changed"]);
  });

  test("is for those who host", async ({ db }) => {
    const event = await createEvent(db);
    const { id: questionId } = await createQuestion(db, event);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const removed = removeQuestion(stranger, { eventId: event.id, questionId });
    await expect(removed).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an event that is announced again", () => {
  test("asks the same, unless somebody else hosts the first one", async ({ db }) => {
    const event = await createEvent(db);
    await createQuestion(db, event, { label: "Size", kind: "choice", choices: ["S", "M"], isRequired: true });
    const input = { ...typed(), copyOf: event.id };
    const copy = await createDraft(actingAs(db, event.organizerId), input);
    const stranger = await createDraft(actingAs(db, (await createIdentity(db)).id), input);

    expect(await listQuestions(db, copy.id)).toMatchObject([
      { label: "Size", kind: "choice", choices: ["S", "M"], isRequired: true },
    ]);
    expect(await listQuestions(db, event.id)).toHaveLength(1);
    expect(await listQuestions(db, stranger.id)).toEqual([]);
  });
});
