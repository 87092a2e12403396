import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { participations } from "@/db/schema/participations";
import { actingAs, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { eraseIdentity } from "@/lib/departure/erase-identity";
import { createOrphan } from "@/lib/departure/testing/orphan";
import { answerEvent } from "@/lib/participation/answer";
import { joinEvent } from "@/lib/participation/join";
import { leaveEvent } from "@/lib/participation/leave";
import { promoteWaiting } from "@/lib/participation/waitlist/promote";
import { begin, standing } from "../testing/asking";
import { inboxes, minutesLater, said, tellAll } from "../testing/wire";
import { sayGone } from "./identities";

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
