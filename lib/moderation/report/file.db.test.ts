import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
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
import { closeCase } from "../cases/close";
import { accountOf } from "../testing/cases";
import { fileReport } from "./file";

const spam = { category: "spam", words: "They sell shoes." } as const;

async function somebody(db: Database) {
  return actingAs(db, (await createIdentity(db)).id);
}

const cases = (db: Database) => db.select().from(reportCases).orderBy(asc(reportCases.createdAt));

describe("fileReport", () => {
  test("makes one case of all that is said of one thing, with a copy of it", async ({ db }) => {
    const event = await createEvent(db, { title: "Cheap shoes", descriptionHtml: "<p>Buy!</p>" });
    const named = { kind: "event" as const, name: event.slug };
    const first = await fileReport(await somebody(db), named, spam);
    const second = await fileReport(await somebody(db), named, { category: "other", words: "Odd" });

    expect(second.caseId).toBe(first.caseId);
    expect(await cases(db)).toMatchObject([
      {
        kind: "event",
        thingId: event.id,
        actorId: event.organizerId,
        reportCount: 2,
        status: "open",
        copy: { title: "Cheap shoes", html: "<p>Buy!</p>" },
      },
    ]);
    const facts = await db.select().from(journal).where(eq(journal.kind, "report.filed")).orderBy(journal.id);
    expect(facts.map(({ payload }) => payload.isFirst)).toEqual([true, false]);
  });

  test("counts the same reporter once", async ({ db }) => {
    const { slug } = await createEvent(db);
    const reporter = await somebody(db);
    const first = await fileReport(reporter, { kind: "event", name: slug }, spam);
    const again = await fileReport(reporter, { kind: "event", name: slug }, { ...spam, words: "Again" });
    expect(again).toEqual(first);
    expect((await cases(db))[0]).toMatchObject({ reportCount: 1 });
  });

  test("opens a new case once the one before is closed", async ({ db }) => {
    const { slug } = await createEvent(db);
    const named = { kind: "event" as const, name: slug };
    const first = await fileReport(await somebody(db), named, spam);
    await closeCase(await accountOf(db, "moderator"), { caseId: first.caseId, answer: "" });
    const second = await fileReport(await somebody(db), named, spam);
    expect(second.caseId).not.toBe(first.caseId);
  });

  test("takes comments and identities, of here and elsewhere; forwards what is of elsewhere alone", async ({
    db,
  }) => {
    const comment = await createComment(db, await createEvent(db));
    const far = await createRemoteActor(db, { handle: "grace" });
    const remote = await createRemoteEvent(db);
    const reporter = await somebody(db);
    const all = [
      await fileReport(reporter, { kind: "comment", name: comment.id }, { ...spam, forward: true }),
      await fileReport(reporter, { kind: "identity", name: "Grace@far.example" }, { ...spam, forward: true }),
      await fileReport(reporter, { uri: remote.uri }, { ...spam, forward: true }),
    ];
    expect(all.map(({ isForwarded }) => isForwarded)).toEqual([false, true, true]);
    const subjects = (await cases(db)).map(({ actorId }) => actorId);
    expect(new Set(subjects)).toEqual(new Set([comment.authorId, far.id, remote.organizerId]));
  });

  test("refuses what nobody sees, and one's own", async ({ db }) => {
    const reporter = await somebody(db);
    const draft = await createEvent(db, { publishedAt: null });
    const waiting = await createComment(db, await createEvent(db), { status: "waiting" });
    const hidden = await createIdentity(db, { visibility: "participants" });
    const gone = await createIdentity(db, { deletedAt: now });
    for (const named of [
      { kind: "event", name: draft.slug },
      { kind: "event", name: "nothing" },
      { kind: "comment", name: waiting.id },
      { kind: "comment", name: "no-id" },
      { kind: "identity", name: hidden.handle },
      { kind: "identity", name: gone.handle },
    ] as const)
      await expect(fileReport(reporter, named, spam)).rejects.toMatchObject({ reason: "thing_not_found" });

    const own = await createEvent(db, { organizerId: reporter.actor.actorId });
    const mine = fileReport(reporter, { kind: "event", name: own.slug }, spam);
    await expect(mine).rejects.toMatchObject({ code: "forbidden" });
  });

  test("takes an address where the server says so, and nobody else without an account", async ({ db }) => {
    const { slug } = await createEvent(db);
    const named = { kind: "event" as const, name: slug };
    const anonymous = { db, actor: { kind: "anonymous" as const }, now };
    const email = "vera@example.org";
    await expect(fileReport(anonymous, named, { ...spam, email })).rejects.toMatchObject({
      code: "forbidden",
    });

    await db.insert(instanceSettings).values({ data: { reportsByMail: true } });
    await expect(fileReport(anonymous, named, spam)).rejects.toMatchObject({ code: "invalid" });
    await fileReport(anonymous, named, { ...spam, email });
    await fileReport(anonymous, named, { ...spam, email });
    expect(await db.select().from(reports)).toMatchObject([{ reporterId: null, email, locale: "en" }]);
    const account = await accountOf(db, "moderator");
    await expect(fileReport(account, named, spam)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("takes what another server's actor says", async ({ db }) => {
    const relay = await createRemoteActor(db, { kind: "application" });
    const event = await createEvent(db);
    await fileReport(actingAs(db, relay.id), { uri: event.uri }, { category: "other", words: "" });
    expect(await db.select().from(reports)).toMatchObject([{ reporterId: relay.id, isForwarded: false }]);
    await expect(fileReport(actingAs(db, event.organizerId), { uri: relay.uri }, spam)).rejects.toMatchObject(
      { reason: "thing_not_found" },
    );
    await db.update(actors).set({ suspendedAt: now, deletedAt: now }).where(eq(actors.id, event.organizerId));
    const late = fileReport(actingAs(db, relay.id), { uri: event.uri }, spam);
    await expect(late).rejects.toMatchObject({ reason: "thing_not_found" });
  });
});
