import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { reportCases, reports } from "@/db/schema/reports";
import {
  actingAs,
  createComment,
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { fileReport } from "@/lib/moderation/report/file";
import { hear, newIdOf, said, tellAll } from "../testing/wire";

async function relayOf(db: Database) {
  return createRemoteActor(db, { kind: "application", handle: "relay" });
}

const flagBy = (db: Database, relay: Awaited<ReturnType<typeof relayOf>>, more: object) =>
  hear(db, relay, { type: "Flag", id: newIdOf(relay), ...more });

describe("another server flags something of ours", () => {
  test("as a report of each thing that it names, by its actor", async ({ db }) => {
    const relay = await relayOf(db);
    const event = await createEvent(db);
    const comment = await createComment(db, event, { authorId: event.organizerId });
    const [organizer] = await db.select().from(actors).where(eq(actors.id, event.organizerId));
    const object = [organizer!.uri, event.uri, comment.uri, "https://elsewhere.example/x"];
    expect(await flagBy(db, relay, { object, content: "<p>Looks like <b>spam</b></p>" })).toBe("handled");
    expect(await flagBy(db, relay, { object, content: "Again" })).toBe("handled");

    const cases = await db.select().from(reportCases).orderBy(asc(reportCases.kind));
    expect(cases).toMatchObject([
      { kind: "event", thingId: event.id, reportCount: 1 },
      { kind: "comment", thingId: comment.id, reportCount: 1 },
    ]);
    expect(await db.select().from(reports)).toMatchObject(
      [1, 2].map(() => ({ reporterId: relay.id, category: "other", words: "Looks like spam" })),
    );
  });

  test("or of the identity, where it names nothing else", async ({ db }) => {
    const relay = await relayOf(db);
    const ada = await createIdentity(db);
    expect(await flagBy(db, relay, { object: ada.uri })).toBe("handled");
    expect(await db.select().from(reportCases)).toMatchObject([{ kind: "identity", actorId: ada.id }]);
  });

  test("and of nothing, if what it names is not ours, or gone", async ({ db }) => {
    const relay = await relayOf(db);
    const gone = await createEvent(db, { deletedAt: now });
    const far = await createRemoteEvent(db);
    for (const object of [far.uri, gone.uri, [], undefined, 7, { id: "x" }])
      expect(await flagBy(db, relay, { object })).toBe("nothing_of_ours");
    expect(await db.select().from(reportCases)).toEqual([]);
  });
});

describe("what was reported here of another server", () => {
  test("is told there by the server, without the reporter, if they wish so", async ({ db }) => {
    const event = await createRemoteEvent(db);
    const ada = await createIdentity(db, { handle: "ada_reports" });
    const words = "This is an advert";
    await fileReport(actingAs(db, ada.id), { uri: event.uri }, { category: "spam", words, forward: true });
    await tellAll(db);
    await tellAll(db);
    const [organizer] = await db.select().from(actors).where(eq(actors.id, event.organizerId));
    const [flag, ...more] = await said(db);
    expect(more).toEqual([]);
    expect(flag).toEqual({
      id: expect.stringMatching(/^http:\/\/localhost:3000\/relay#flag-[\w-]{16}$/),
      type: "Flag",
      actor: "http://localhost:3000/relay",
      to: [organizer!.uri],
      object: [organizer!.uri, event.uri],
      content: words,
      mediaType: "text/plain",
    });
    expect(JSON.stringify(flag)).not.toContain("ada_reports");
  });

  test("and not otherwise", async ({ db }) => {
    const event = await createRemoteEvent(db);
    const reporter = actingAs(db, (await createIdentity(db)).id);
    await fileReport(reporter, { uri: event.uri }, { category: "spam", words: "" });
    const own = await createEvent(db);
    await fileReport(reporter, { uri: own.uri }, { category: "spam", words: "", forward: true });
    await tellAll(db);
    expect(await said(db)).toEqual([]);
  });
});
