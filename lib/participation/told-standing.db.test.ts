import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { changeParticipation } from "./change";
import { getParticipation } from "./queries";
import { goUnheard, lapseAsTold, standAsTold } from "./told-standing";

async function begin(db: Database, status: Participation["status"] = "pending", values: Partial<Event> = {}) {
  const event = await createRemoteEvent(db, values);
  const ada = await createIdentity(db);
  const { id } = await createParticipation(db, event, { status, actorId: ada.id, message: "Hello" });
  const asHost = actingAs(db, event.organizerId);
  return { event, id, asHost, asAda: actingAs(db, ada.id) };
}

describe("standAsTold", () => {
  test("puts somebody where their server says, and records it once", async ({ db }) => {
    const { event, id, asHost } = await begin(db);
    for (const standing of ["waitlisted", "waitlisted", "offered", "offered", "pending"] as const) {
      await standAsTold(asHost, { participationId: id, standing });
      expect(await getParticipation(db, id)).toMatchObject({ status: standing });
    }
    expect(await kindsOf(db, event.id)).toEqual(["participation.waitlisted", "participation.offered"]);
  });

  test.for(["left", "maybe", "declined"] as const)(
    "passes over whoever %s meanwhile",
    async (status, { db }) => {
      const { id, asHost } = await begin(db, status);
      await standAsTold(asHost, { participationId: id, standing: "offered" });
      await lapseAsTold(asHost, id);
      await goUnheard(asHost, id);
      expect(await getParticipation(db, id)).toMatchObject({ status });
    },
  );

  test("is for hosts of events elsewhere alone", async ({ db }) => {
    const { id, asAda } = await begin(db);
    const stranger = actingAs(db, (await createRemoteActor(db)).id);
    for (const ctx of [asAda, stranger]) {
      await expect(standAsTold(ctx, { participationId: id, standing: "offered" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(goUnheard(ctx, id)).rejects.toMatchObject({ code: "forbidden" });
    }
    const here = await createEvent(db);
    const asking = await createParticipation(db, here);
    const told = { participationId: asking.id, standing: "offered" as const };
    await expect(standAsTold(actingAs(db, here.organizerId), told)).rejects.toMatchObject({
      reason: "event_not_elsewhere",
    });
  });
});

describe("changeParticipation", () => {
  test("cannot change what was sent to another server", async ({ db }) => {
    const { event, asAda } = await begin(db);
    const reply = { eventId: event.id, adults: 0, children: 0, answers: {} };
    await changeParticipation(asAda, { ...reply, message: "Hello", isHidden: true });
    await expect(
      changeParticipation(asAda, { ...reply, message: "Hello again", isHidden: true }),
    ).rejects.toMatchObject({ reason: "message_sent_already" });
  });
});
