import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { participations } from "@/db/schema/participations";
import { servers } from "@/db/schema/servers";
import { actingAs, createIdentity, createRemoteActor, createRemoteEvent } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { eraseIdentity } from "@/lib/departure/erase-identity";
import { createOrphan } from "@/lib/departure/testing/orphan";
import { answerEvent } from "@/lib/participation/answer";
import { joinEvent } from "@/lib/participation/join";
import { leaveEvent } from "@/lib/participation/leave";
import { acceptOffer, endOffer } from "@/lib/participation/waitlist/offer";
import { promoteWaiting } from "@/lib/participation/waitlist/promote";
import { hear, inboxes, minutesLater, said, tellAll } from "../testing/wire";
import { sayGone } from "./identities";

async function begin(
  db: Database,
  { software = "", ...values }: Partial<Event> & { software?: string } = {},
) {
  await db.insert(servers).values({ domain: "far.example", software });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const event = await createRemoteEvent(db, { organizerId: grace.id, ...values });
  const ada = await createIdentity(db, { handle: "ada_p" });
  const asAda = (minutes = 0) => ({ ...actingAs(db, ada.id), now: minutesLater(minutes) });
  const join = (message = "", minutes = 0) => joinEvent(asAda(minutes), { eventId: event.id, message });
  const answer = (type: string, more: object = {}) => hear(db, grace, { type, minutes: 1, ...more });
  return { grace, event, ada, asAda, join, answer };
}

async function standing(db: Database, actorId: string) {
  const [row] = await db.select().from(participations).where(eq(participations.actorId, actorId));
  return row!;
}

const kinds = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);
const types = async (db: Database) => (await said(db)).map(({ type }) => type);

describe("one of ours wants to come to an event elsewhere", () => {
  test("asks whoever announces it, once, and waits", async ({ db }) => {
    const { grace, event, ada, join } = await begin(db);
    const { uri, status } = await join("I bring a toaster");
    await tellAll(db);
    await join();
    await tellAll(db);

    expect(status).toBe("pending");
    expect(await said(db)).toEqual([
      {
        id: uri,
        type: "Join",
        actor: ada.uri,
        object: event.uri,
        participationMessage: "I bring a toaster",
        published: "2026-11-23T12:00:00.000Z",
        to: [grace.uri],
      },
    ]);
    expect(await inboxes(db)).toEqual(["https://far.example/inbox"]);
  });

  test("asks the group that announces it with its organiser too", async ({ db }) => {
    const group = await createRemoteActor(db, { kind: "group", remote: { sharedInbox: null } });
    const { grace, join } = await begin(db, { hostIds: [group.id] });
    await join();
    await tellAll(db);
    const [{ to, participationMessage }] = (await said(db)) as [
      { to: string[]; participationMessage?: string },
    ];
    expect(to.sort()).toEqual([grace.uri, group.uri].sort());
    expect(participationMessage).toBeUndefined();
    expect((await inboxes(db)).sort()).toEqual(["https://far.example/inbox", `${group.uri}/inbox`]);
  });

  test("is never let in by the places that are known here", async ({ db }) => {
    const { event, ada, join, answer } = await begin(db);
    const { uri } = await join();
    await answer("TentativeAccept", { object: uri, standing: "waitlisted" });
    await promoteWaiting({ ...actingAs(db, ada.id) }, event);
    expect(await standing(db, ada.id)).toMatchObject({ status: "waitlisted" });
  });

  test("says nothing of what they thought better of before it was said", async ({ db }) => {
    const { event, asAda, join } = await begin(db);
    await join();
    await leaveEvent(asAda(), event.id);
    await tellAll(db);
    expect(await types(db)).toEqual(["Leave"]);
  });

  test("takes it back, and asks anew by another id", async ({ db }) => {
    const { grace, event, ada, asAda, join } = await begin(db);
    const { uri } = await join();
    await tellAll(db);
    await leaveEvent(asAda(1), event.id);
    await tellAll(db);
    await join("", 2);
    await tellAll(db);

    const [joined, left, again] = await said(db);
    expect(left).toEqual({
      id: `${uri}#leave`,
      type: "Leave",
      actor: ada.uri,
      object: event.uri,
      published: "2026-11-23T12:01:00.000Z",
      to: [grace.uri],
    });
    expect(again).toEqual({
      ...joined,
      id: expect.not.stringMatching(uri),
      published: "2026-11-23T12:02:00.000Z",
    });
  });

  test("leaves when they are gone for good, before that is said", async ({ db }) => {
    const { event } = await begin(db);
    const ada = await createOrphan(db);
    const asAda = (minutes: number) => ({ ...actingAs(db, ada.id), now: minutesLater(minutes) });
    await joinEvent(asAda(0), { eventId: event.id, message: "My number is 0123" });
    await tellAll(db);
    await eraseIdentity({ ...asAda(1), actor: { kind: "system" } }, ada.id);
    await tellAll(db, { minutes: 1 });
    expect(await db.select().from(participations)).toEqual([]);
    expect(await types(db)).toEqual(["Join", "Leave"]);
    const [gone] = await db.select().from(journal).where(eq(journal.kind, "identity.erased"));
    const tx = { ...asAda(2), actor: { kind: "system" as const } };
    await sayGone(tx, {
      kind: "identity.erased",
      actorId: ada.id,
      factId: gone!.id,
      at: gone!.createdAt,
      origin: "local",
      doerId: null,
    });
    expect((await types(db)).slice(-2)).toEqual(["Leave", "Delete"]);
  });
});

describe("where a yes is taken as given", () => {
  test.for([
    ["hubzilla", "Reject"],
    ["friendica", "Reject"],
    ["gathio", "Undo"],
  ] as const)(
    "%s hears it about the event, and that it is taken back by %s",
    async ([software, undoing], { db }) => {
      const { event, ada, asAda, join } = await begin(db, { software });
      const { uri } = await join();
      await tellAll(db);
      expect(await standing(db, ada.id)).toMatchObject({ status: "approved" });
      expect(await kinds(db)).toEqual(["participation.requested", "participation.approved"]);
      expect(await said(db)).toMatchObject([{ id: `${uri}#accept`, type: "Accept", object: event.uri }]);

      await leaveEvent(asAda(1), event.id);
      await tellAll(db);
      await tellAll(db);
      expect(await types(db)).toEqual(["Accept", undoing]);
    },
  );

  test("nobody is let in who thought better of it, nor to what is called off", async ({ db }) => {
    const { event, ada, asAda, join } = await begin(db, { software: "hubzilla" });
    await join();
    await leaveEvent(asAda(), event.id);
    await tellAll(db);
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });
    expect(await types(db)).toEqual(["Reject"]);
  });
});

describe("one of ours may come to an event elsewhere, or does not", () => {
  test.for([
    ["maybe", "TentativeAccept"],
    ["declined", "Reject"],
  ] as const)("says %s where that is read", async ([answer, type], { db }) => {
    const { grace, event, ada, asAda } = await begin(db, { software: "hubzilla" });
    const { uri } = await answerEvent(asAda(), { eventId: event.id, answer });
    await tellAll(db);
    await tellAll(db);
    expect(await said(db)).toEqual([
      {
        id: expect.stringContaining(`${uri}#${type.toLowerCase()}-`),
        type,
        actor: ada.uri,
        object: event.uri,
        published: "2026-11-23T12:00:00.000Z",
        to: [grace.uri],
      },
    ]);
  });

  test("says elsewhere that they are not to come, if they were", async ({ db }) => {
    const { event, asAda, join } = await begin(db, { software: "mobilizon" });
    await answerEvent(asAda(), { eventId: event.id, answer: "maybe" });
    await tellAll(db);
    expect(await types(db)).toEqual([]);
    await join();
    await tellAll(db);
    await answerEvent(asAda(1), { eventId: event.id, answer: "declined" });
    await tellAll(db);
    expect(await types(db)).toEqual(["Join", "Leave"]);
  });
});

describe("the server of the event answers", () => {
  test("yes: they are in, and nothing goes back", async ({ db }) => {
    const { event, ada, join, answer } = await begin(db, { joinMode: "approval" });
    const { uri: id } = await join();
    const object = { id, type: "Join", actor: ada.uri, object: event.uri, participationMessage: null };
    expect(await answer("Accept", { object })).toBe("handled");
    expect(await answer("Accept", { object, minutes: 2 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved", decidedAt: minutesLater(1) });
    expect(await kinds(db)).toEqual(["participation.requested", "participation.approved"]);
    await tellAll(db, { minutes: 5 });
    expect(await types(db)).toEqual([]);
  });

  test("no, and why, also to whoever was in", async ({ db }) => {
    const { ada, join, answer } = await begin(db);
    const { uri } = await join();
    await answer("Accept", { object: uri });
    await answer("Reject", { object: uri, content: "<p>Too <b>many</b></p><script>x</script>", minutes: 2 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "rejected", reason: "Too many" });
    await answer("Accept", { object: uri, minutes: 3 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved", reason: "" });
  });

  test("perhaps: in line, or a place until then, which is taken by asking again", async ({ db }) => {
    const { ada, asAda, event, join, answer } = await begin(db);
    const { uri } = await join();
    await tellAll(db);
    expect(await answer("TentativeAccept", { object: uri })).toBe("waits");
    await answer("TentativeAccept", { object: uri, standing: "waitlisted" });
    expect(await standing(db, ada.id)).toMatchObject({ status: "waitlisted" });
    const endTime = minutesLater(90).toISOString();
    await answer("TentativeAccept", { object: uri, standing: "offered", endTime, minutes: 2 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "offered", offerEndsAt: minutesLater(90) });

    await acceptOffer(asAda(10), event.id);
    await tellAll(db, { minutes: 10 });
    const after = await standing(db, ada.id);
    expect(after).toMatchObject({ status: "pending", offerEndsAt: null });
    expect((await said(db)).map(({ id }) => id)).toEqual([uri, after.uri]);
    expect(await answer("Accept", { object: after.uri, minutes: 11 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved" });
  });

  test.for(["nobody knows", "2999-01-01T00:00:00Z", undefined])(
    "an offer without a sensible end (%s) ends when the event begins",
    async (endTime, { db }) => {
      const { ada, event, join, answer } = await begin(db);
      const { uri } = await join();
      await answer("TentativeAccept", { object: uri, standing: "offered", endTime });
      expect(await standing(db, ada.id)).toMatchObject({ offerEndsAt: event.startsAt });
    },
  );

  test("that the time was up, once, whether it is known here already or not", async ({ db }) => {
    const { ada, asAda, join, answer } = await begin(db);
    const { uri, id } = await join();
    const endTime = minutesLater(90).toISOString();
    await answer("TentativeAccept", { object: uri, standing: "offered", endTime });
    await endOffer(asAda(90), id);
    await answer("Reject", { object: uri, standing: "lapsed", minutes: 91 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });
    expect((await kinds(db)).filter((kind) => kind === "participation.offer_lapsed")).toHaveLength(1);
    expect(await types(db)).toEqual([]);
  });

  test.for(["left", "maybe", "declined"])(
    "that they gave it up there (%s): so it is here",
    async (status, { db }) => {
      const { ada, join, answer } = await begin(db, { software: "carillon" });
      const { uri } = await join();
      await answer("Accept", { object: uri });
      expect(await answer("Reject", { object: uri, standing: status, minutes: 2 })).toBe("handled");
      expect(await standing(db, ada.id)).toMatchObject({ status });
      expect(await kinds(db)).not.toContain("participation.rejected");
      await tellAll(db, { minutes: 5 });
      expect(await types(db)).toEqual([]);
    },
  );

  test("that it takes no answers: then nobody there knows of them", async ({ db }) => {
    const { ada, join, answer } = await begin(db);
    const { uri } = await join();
    expect(await answer("Ignore", { object: uri })).toBe("handled");
    expect(await answer("Ignore", { object: uri, minutes: 2 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });
    expect(await kinds(db)).toEqual(["participation.requested", "participation.unheard"]);
  });

  test("what was taken back meanwhile: it stays taken back", async ({ db }) => {
    const { ada, asAda, event, join, answer } = await begin(db);
    const { uri } = await join();
    await leaveEvent(asAda(), event.id);
    expect(await answer("Accept", { object: uri })).toBe("taken_back");
    expect(await answer("Reject", { object: uri })).toBe("taken_back");
    expect(await answer("TentativeAccept", { object: uri, standing: "offered" })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });

    await join("", 2);
    expect(await answer("Accept", { object: uri, minutes: 3 })).toBe("not_asked");
    expect(await standing(db, ada.id)).toMatchObject({ status: "pending" });
  });

  test("is heard from its hosts alone, and from those who speak for a group of hosts", async ({ db }) => {
    const group = await createRemoteActor(db, { kind: "group" });
    const { ada, join } = await begin(db, { hostIds: [group.id] });
    const { uri: object } = await join();
    const member = await createRemoteActor(db);
    const stranger = await createRemoteActor(db, { domain: "evil.example" });
    for (const type of ["Accept", "Reject", "Ignore", "TentativeAccept"]) {
      expect(await hear(db, member, { type, object })).toBe("not_host");
      expect(await hear(db, stranger, { type, object, attributedTo: group.uri })).toBe("not_host");
      expect(await hear(db, member, { type, object, attributedTo: stranger.uri })).toBe("not_host");
    }
    expect(await hear(db, member, { type: "Accept", object, attributedTo: group.uri })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved" });
  });
});
