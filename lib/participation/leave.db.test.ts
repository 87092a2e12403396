import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { participations } from "@/db/schema/participations";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { joinEvent } from "./join";
import { leaveEvent } from "./leave";

describe("leaveEvent", () => {
  test("frees the place and forgets what they wrote, once", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1 });
    const going = await createParticipation(db, event, { status: "approved", message: "I am vegan" });
    const grace = actingAs(db, going.actorId!);

    await leaveEvent(grace, event.id);
    await leaveEvent(grace, event.id);

    expect(await find(db, going.id)).toMatchObject({ status: "left", message: "" });
    expect(await kindsOf(db, event.id)).toEqual(["participation.left"]);
    const linus = actingAs(db, (await createIdentity(db)).id);
    expect(await joinEvent(linus, { eventId: event.id, message: "" })).toMatchObject({ status: "approved" });
  });

  test("takes a request back", async ({ db }) => {
    const event = await createEvent(db, { joinMode: "approval" });
    const waiting = await createParticipation(db, event);
    await leaveEvent(actingAs(db, waiting.actorId!), event.id);
    expect(await find(db, waiting.id)).toMatchObject({ status: "left" });
  });

  test("does nothing for another identity of the same account, or for strangers", async ({ db }) => {
    const event = await createEvent(db);
    const account = await createAccount(db);
    const { id: actorId } = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const going = await createParticipation(db, event, { actorId, status: "approved" });

    await leaveEvent(actingAs(db, otherFace.id), event.id);

    expect(await find(db, going.id)).toEqual(going);
    expect(await kindsOf(db, event.id)).toEqual([]);
  });

  test("does not wash off a refusal", async ({ db }) => {
    const event = await createEvent(db, { joinMode: "approval" });
    const refused = await createParticipation(db, event, { status: "rejected" });
    await leaveEvent(actingAs(db, refused.actorId!), event.id);
    expect(await find(db, refused.id)).toMatchObject({ status: "rejected" });
  });

  test("is not for visitors", async ({ db }) => {
    const { id } = await createEvent(db);
    const leaving = leaveEvent({ db, actor: { kind: "anonymous" }, now }, id);
    await expect(leaving).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});

async function find(db: Database, id: string) {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  return participation;
}
