import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventInvitations } from "@/db/schema/event-invitations";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { rejectParticipation } from "@/lib/participation/decide";
import { hear, minutesLater, newIdOf, said, tellAll } from "../testing/wire";

async function begin(db: Database, values: Partial<Event> = {}) {
  const ada = await createIdentity(db);
  const event = await createEvent(db, { organizerId: ada.id, ...values });
  const grace = await createRemoteActor(db);
  const say = (type: string, more: object = {}) => hear(db, grace, { type, object: event.uri, ...more });
  return { ada, event, grace, say, asAda: actingAs(db, ada.id) };
}

async function standing(db: Database, actorId: string) {
  const [row] = await db.select().from(participations).where(eq(participations.actorId, actorId));
  return row;
}

describe("answers of Friendica, Hubzilla and Gathio to an event", () => {
  test("yes, perhaps and no are coming, maybe and declined", async ({ db }) => {
    const { grace, say } = await begin(db);
    for (const [minutes, type, status] of [
      [0, "Accept", "approved"],
      [1, "TentativeAccept", "maybe"],
      [2, "Reject", "declined"],
      [3, "Accept", "approved"],
    ] as const) {
      expect(await say(type, { minutes })).toBe("handled");
      expect(await standing(db, grace.id)).toMatchObject({ status });
    }
  });

  test("a yes is answered by what they sent", async ({ db }) => {
    const { ada, asAda, event, grace, say } = await begin(db);
    const id = newIdOf(grace);
    await say("Accept", { id });
    await tellAll(db);
    await rejectParticipation(asAda, (await standing(db, grace.id))!.id);
    await tellAll(db, { minutes: 1 });
    const object = { id, type: "Accept", actor: grace.uri, object: event.uri };
    expect(await said(db)).toEqual([
      expect.objectContaining({ type: "Accept", actor: ada.uri, object, to: [grace.uri] }),
      expect.objectContaining({ type: "Reject", actor: ada.uri, object, to: [grace.uri] }),
    ]);
  });

  test("a yes to a full event is refused in so many words", async ({ db }) => {
    const { event, grace, say } = await begin(db, { capacity: 1, waitlist: "closed" });
    await hear(db, await createRemoteActor(db), { type: "Join", object: event.uri });
    expect(await say("Accept")).toBe("event_full");
    expect(await said(db)).toMatchObject([{ type: "Reject", object: { type: "Accept" }, to: [grace.uri] }]);
  });

  test("an invitation is answered as the event", async ({ db }) => {
    const { ada, event, grace, say } = await begin(db, { joinMode: "approval" });
    const uri = "http://localhost:3000/invitations/one";
    await db
      .insert(eventInvitations)
      .values({ eventId: event.id, actorId: grace.id, invitedById: ada.id, uri });
    expect(await say("Accept", { object: { id: uri, type: "Invite", object: event.uri } })).toBe("handled");
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });

    const linus = await createRemoteActor(db);
    expect(await hear(db, linus, { type: "Accept", object: uri })).toBe("not_asked");
  });

  test("whoever was refused cannot answer otherwise", async ({ db }) => {
    const { asAda, grace, say } = await begin(db);
    await say("Accept");
    await rejectParticipation(asAda, (await standing(db, grace.id))!.id);
    expect(await say("TentativeAccept", { minutes: 1 })).toBe("participation_rejected");
    expect(await say("Reject", { minutes: 2 })).toBe("participation_rejected");
    expect(await standing(db, grace.id)).toMatchObject({ status: "rejected" });
  });

  test("to events that are of another server they are nobody's here", async ({ db }) => {
    const { say } = await begin(db);
    for (const type of ["Accept", "TentativeAccept", "Reject", "Ignore"])
      expect(await say(type, { object: "https://far.example/events/1" })).toBe("not_asked");
    expect(await say("Accept", { object: 42 })).toBe("not_asked");
  });
});

describe("taking an answer back", () => {
  test.for(["Join", "Accept", "TentativeAccept", "Reject"])("Undo of %s is leaving", async (type, { db }) => {
    const { event, grace, say } = await begin(db);
    const id = newIdOf(grace);
    await say(type, { id });
    const undone = { id, type, actor: grace.uri, object: event.uri };
    expect(await say("Undo", { object: undone, minutes: 1 })).toBe("handled");
    expect(await standing(db, grace.id)).toMatchObject({ status: "left" });
    expect(await say("Undo", { object: undone, minutes: 2 })).toBe("handled");
  });

  test("names what it takes back by its id alone, long after that was forgotten", async ({ db }) => {
    const { grace, say } = await begin(db);
    const id = newIdOf(grace);
    await say("Join", { id });
    const { receivedActivities } = await import("@/db/schema/activities");
    await db.delete(receivedActivities);
    expect(await say("Undo", { object: id, minutes: 1 })).toBe("handled");
    expect(await standing(db, grace.id)).toMatchObject({ status: "left" });
  });

  test("may come before what it takes back, also where no times are told", async ({ db }) => {
    const { event, grace, say } = await begin(db);
    const id = newIdOf(grace);
    await say("Undo", { object: { id, type: "Join", actor: grace.uri, object: event.uri } });
    expect(await say("Join", { id, minutes: 1 })).toBe("outdated");
    expect(await standing(db, grace.id)).toMatchObject({ status: "left" });
    await say("Join", { minutes: 2 });
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });
  });

  test("is for nobody but whoever gave it", async ({ db }) => {
    const { event, grace, say } = await begin(db);
    const id = newIdOf(grace);
    await say("Join", { id });
    const mallory = await createRemoteActor(db);
    const undone = { id, type: "Join", actor: grace.uri, object: event.uri };
    expect(await hear(db, mallory, { type: "Undo", object: undone, minutes: 1 })).toBe("not_theirs");
    const { actor: _actor, ...unsigned } = undone;
    expect(await hear(db, mallory, { type: "Undo", object: unsigned, minutes: 1 })).toBe("id_taken");
    expect(await hear(db, mallory, { type: "Undo", object: id, minutes: 1 })).toBe("undone_not_known");
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });
  });
});

/** From the weakest to the strongest at one moment. */
const words = ["Join", "Accept", "TentativeAccept", "Reject", "Leave"] as const;
const statuses = {
  Join: "approved",
  Accept: "approved",
  TentativeAccept: "maybe",
  Reject: "declined",
  Leave: "left",
} as const;
type Word = { type: (typeof words)[number]; minute: number; isUndo: boolean };

const word: fc.Arbitrary<Word> = fc.record({
  type: fc.constantFrom(...words),
  minute: fc.nat(3),
  isUndo: fc.boolean(),
});

/** The newest counts; of the same moment, the strongest. To take back is to leave. */
function lastOf(all: Word[]) {
  const said = all.map(({ type, minute, isUndo }) => ({ type: isUndo ? ("Leave" as const) : type, minute }));
  const weight = ({ type, minute }: { type: Word["type"]; minute: number }) =>
    minute * 10 + words.indexOf(type);
  return statuses[said.sort((a, b) => weight(b) - weight(a))[0]!.type];
}

test("whatever order words come in, and however often, the newest counts", { timeout: 120_000 }, async ({
  db,
}) => {
  const { event } = await begin(db);
  const shuffled = fc.array(word, { minLength: 1, maxLength: 6 }).chain((all) =>
    fc.record({
      all: fc.constant(all),
      arriving: fc.shuffledSubarray(
        [...all.keys(), ...all.keys()].map((n) => n),
        {
          minLength: all.length * 2,
          maxLength: all.length * 2,
        },
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ all, arriving }) => {
      const grace = await createRemoteActor(db);
      const ids = all.map(() => newIdOf(grace));
      for (const index of arriving) {
        const { type, minute, isUndo } = all[index]!;
        const published = minutesLater(minute).toISOString();
        const plain = { id: ids[index]!, type, object: event.uri };
        await hear(db, grace, {
          ...(isUndo && type !== "Leave"
            ? { type: "Undo", object: { ...plain, id: `${ids[index]}-undone`, actor: grace.uri } }
            : plain),
          ...{ published, minutes: 10 },
        });
      }
      expect((await standing(db, grace.id))?.status).toBe(lastOf(all));
    }),
    { numRuns: 25 },
  );
});
