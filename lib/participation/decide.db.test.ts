import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { journal } from "@/db/schema/journal";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { approveParticipation, rejectParticipation } from "./decide";

describe("approveParticipation", () => {
  test("lets the participant in and records the fact once", async ({ db }) => {
    const event = await createEvent(db);
    const { id } = await createParticipation(db, event);
    const organizer = actingAs(db, event.organizerId);

    await approveParticipation(organizer, id);
    const again = await approveParticipation(organizer, id);

    expect(again).toMatchObject({ status: "approved", decidedAt: organizer.now });
    const payload = { eventId: event.id, participationId: id };
    const facts = await db.select().from(journal).where(eq(journal.payload, payload));
    expect(facts.map((fact) => fact.kind)).toEqual(["participation.approved"]);
  });

  test("refuses anyone but the organiser", async ({ db }) => {
    const { id } = await createParticipation(db, await createEvent(db));
    const stranger = actingAs(db, (await createIdentity(db)).id);

    await expect(approveParticipation(stranger, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses another identity of the organiser's own account", async ({ db }) => {
    const account = await createAccount(db);
    const organizer = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const { id } = await createParticipation(db, await createEvent(db, { organizerId: organizer.id }));

    const deciding = approveParticipation(actingAs(db, otherFace.id), id);
    await expect(deciding).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses when every place is taken", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1, joinMode: "approval", waitlist: "closed" });
    await createParticipation(db, event, { status: "approved" });
    const { id } = await createParticipation(db, event);

    const deciding = approveParticipation(actingAs(db, event.organizerId), id);
    await expect(deciding).rejects.toMatchObject({ code: "conflict", reason: "event_full" });
  });

  test("refuses for somebody who left meanwhile", async ({ db }) => {
    const event = await createEvent(db);
    const { id } = await createParticipation(db, event, { status: "left" });

    const deciding = approveParticipation(actingAs(db, event.organizerId), id);
    await expect(deciding).rejects.toMatchObject({ reason: "participation_not_pending" });
  });
});

describe("rejectParticipation", () => {
  test("refuses a request, and takes a place back", async ({ db }) => {
    const event = await createEvent(db);
    const organizer = actingAs(db, event.organizerId);
    const waiting = await createParticipation(db, event);
    const coming = await createParticipation(db, event, { status: "approved" });

    expect(await rejectParticipation(organizer, waiting.id)).toMatchObject({ status: "rejected" });
    expect(await rejectParticipation(organizer, coming.id)).toMatchObject({ status: "rejected" });
    expect(await rejectParticipation(organizer, coming.id)).toMatchObject({ status: "rejected" });
  });

  test("is not for strangers, nor for the participant", async ({ db }) => {
    const participation = await createParticipation(db, await createEvent(db));
    const self = actingAs(db, participation.actorId!);

    await expect(rejectParticipation(self, participation.id)).rejects.toMatchObject({ code: "forbidden" });
  });
});
