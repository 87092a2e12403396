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
import { answerEvent } from "./answer";
import { changeParticipation } from "./change";
import { joinEvent } from "./join";
import { leaveEvent } from "./leave";
import { getParticipation } from "./queries";
import { listStandings } from "./standings";
import { goUnheard, lapseAsTold, standAsTold } from "./told-standing";

const reply = { message: "", adults: 0, children: 0, isHidden: false, answers: {} };

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

describe("goUnheard", () => {
  test("is told apart from leaving, until they ask again or answer otherwise", async ({ db }) => {
    const { event, id, asHost, asAda } = await begin(db);
    const standing = async () => {
      const { actorId } = await getParticipation(db, id);
      return (await listStandings(db, actorId!, [event.id])).get(event.id);
    };
    await goUnheard(asHost, id);
    await goUnheard(asHost, id);
    expect(await standing()).toBe("unheard");
    expect(await kindsOf(db, event.id)).toEqual(["participation.unheard"]);

    const { uri } = await getParticipation(db, id);
    await joinEvent(asAda, { eventId: event.id, ...reply });
    expect(await standing()).toBe("pending");
    expect((await getParticipation(db, id)).uri).not.toBe(uri);

    await leaveEvent(asAda, event.id);
    expect(await standing()).toBeUndefined();
    await joinEvent(asAda, { eventId: event.id, ...reply });
    await goUnheard(asHost, id);
    await answerEvent(asAda, { eventId: event.id, answer: "declined", ...reply });
    expect(await standing()).toBeUndefined();
  });
});

describe("changeParticipation", () => {
  test("cannot change what was sent to another server", async ({ db }) => {
    const { event, asAda } = await begin(db);
    const hidden = { ...reply, eventId: event.id, isHidden: true };
    await changeParticipation(asAda, { ...hidden, message: "Hello" });
    await expect(changeParticipation(asAda, { ...hidden, message: "Hello again" })).rejects.toMatchObject({
      reason: "message_sent_already",
    });
  });
});
