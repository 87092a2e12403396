import { describe, expect } from "vitest";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { changeReply, replyToEvent } from "./reply-to";

const said = { message: "", adults: 0, children: 0, isHidden: false, answers: {} };

describe("replyToEvent", () => {
  test("lets one come, doubt and decline in any order, with what one says", async ({ db }) => {
    const { id: eventId } = await createEvent(db, { guestsAllowed: 2 });
    const grace = actingAs(db, (await createIdentity(db)).id);
    const come = { ...said, eventId, answer: "going" as const, adults: 1, isHidden: true };

    expect(await replyToEvent(grace, come)).toMatchObject({ status: "approved", seats: 2, isHidden: true });
    const doubt = { ...said, eventId, answer: "maybe" as const, message: "If it rains not" };
    expect(await replyToEvent(grace, doubt)).toMatchObject({ status: "maybe", message: "If it rains not" });
    expect(await replyToEvent(grace, { ...doubt, answer: "declined" })).toMatchObject({ status: "declined" });
    expect(await replyToEvent(grace, come)).toMatchObject({ status: "approved" });
    expect(await kindsOf(db, eventId)).toEqual([
      "participation.approved",
      "participation.undecided",
      "participation.declined",
      "participation.approved",
    ]);
  });

  test("puts whoever comes to a full event in line", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    await createParticipation(db, event, { status: "approved" });
    const grace = actingAs(db, (await createIdentity(db)).id);
    const waiting = await replyToEvent(grace, { ...said, eventId: event.id, answer: "going" });
    expect(waiting).toMatchObject({ status: "waitlisted", waitRank: 1 });
  });

  test("refuses more guests than are allowed, and whoever was refused", async ({ db }) => {
    const event = await createEvent(db, { guestsAllowed: 1 });
    const grace = actingAs(db, (await createIdentity(db)).id);
    const many = { ...said, eventId: event.id, answer: "going" as const, adults: 1, children: 1 };
    await expect(replyToEvent(grace, many)).rejects.toMatchObject({
      fieldErrors: { adults: ["too_many_guests"] },
    });
    const refused = await createParticipation(db, event, { status: "rejected" });
    const again = replyToEvent(actingAs(db, refused.actorId!), { ...many, answer: "maybe" });
    await expect(again).rejects.toMatchObject({ reason: "participation_rejected" });
  });
});

describe("changeReply", () => {
  test("keeps the place, whatever else is said, and gives it up for another answer", async ({ db }) => {
    const event = await createEvent(db, { capacity: 2, guestsAllowed: 1 });
    const going = await createParticipation(db, event, { status: "approved" });
    const grace = actingAs(db, going.actorId!);
    const reply = { ...said, eventId: event.id, adults: 1, message: "Two of us" };

    const stay = { ...reply, answer: "going" as const };
    expect(await changeReply(grace, stay)).toMatchObject({ status: "approved", seats: 2 });
    await changeReply(grace, stay);
    expect(await changeReply(grace, { ...reply, answer: "maybe" })).toMatchObject({ status: "maybe" });
    expect(await kindsOf(db, event.id)).toEqual(["participation.changed", "participation.undecided"]);
  });

  test("is not for whoever answered nothing", async ({ db }) => {
    const { id: eventId } = await createEvent(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const change = changeReply(stranger, { ...said, eventId, answer: "going" });
    await expect(change).rejects.toMatchObject({ reason: "participation_not_found" });
  });
});
