import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { reportCases, reports } from "@/db/schema/reports";
import { createComment, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { approveComment, refuseComment } from "@/lib/comments/decide";
import { countWaitingComments, listHeld } from "@/lib/comments/held";
import { fileNoticed } from "../report/file-noticed";
import { wordedReason } from "../templates";
import { accountOf, later, others } from "../testing/cases";
import { type Chosen, letAllThrough, turnAllBack } from "./decide";
import { countWaiting, listWaiting, WAITING_PER_PAGE } from "./list";

const facts = async (db: Database) =>
  (await db.select().from(journal).orderBy(asc(journal.id))).map(({ kind, actorId }) => ({ kind, actorId }));
const logged = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(asc(moderationLog.id))).map(({ action }) => action);

async function waiting(db: Database, policy: "open" | "moderated" = "open") {
  const event = await createEvent(db, { commentsPolicy: policy });
  const comment = await createComment(db, event, { status: "waiting", heldAt: now });
  const draft = await createEvent(db, { publishedAt: null, heldAt: now });
  const said: Chosen = { kind: "comment", id: comment.id, version: 0 };
  const announced: Chosen = { kind: "event", id: draft.id, version: 0 };
  return { event, comment, draft, said, announced };
}

const commentNow = async (db: Database, { id }: { id: string }) =>
  (await db.select().from(comments).where(eq(comments.id, id)))[0]!;
const eventNow = async (db: Database, { id }: { id: string }) =>
  (await db.select().from(events).where(eq(events.id, id)))[0]!;

test("nobody but moderators sees or decides what waits", async ({ db }) => {
  const { said } = await waiting(db);
  for (const ctx of await others(db)) {
    await expect(listWaiting(ctx, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(letAllThrough(ctx, [said])).rejects.toMatchObject({ code: "forbidden" });
    await expect(turnAllBack(ctx, [said], "No")).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("comments and events stand in one list, the oldest first, without those of who is gone", async ({
  db,
}) => {
  const ctx = await accountOf(db, "moderator");
  const { event, comment, draft } = await waiting(db);
  const early = { status: "waiting", heldAt: new Date(now.getTime() - 60_000) } as const;
  const first = await createComment(db, event, early);
  const gone = await createIdentity(db, { deletedAt: now });
  await createComment(db, event, { ...early, authorId: gone.id });
  await createComment(db, event, { status: "waiting" });
  const rows = await listWaiting(ctx, 1);
  expect(rows[0]).toMatchObject({ kind: "comment", id: first.id, title: event.title });
  expect(new Set(rows.slice(1).map(({ id }) => id))).toEqual(new Set([comment.id, draft.id]));
  expect(await countWaiting(ctx)).toBe(3);
  for (let more = 0; more < WAITING_PER_PAGE; more += 1) await createComment(db, event, early);
  expect(await listWaiting(ctx, 1)).toHaveLength(WAITING_PER_PAGE);
  expect(await listWaiting(ctx, 2)).toHaveLength(3);
  expect(await countWaiting(ctx)).toBe(WAITING_PER_PAGE + 3);
});

test("hosts neither see nor decide what waits for moderators", async ({ db }) => {
  const { event, comment } = await waiting(db);
  const host = { db, now, actor: { kind: "identity", actorId: event.organizerId } } as const;
  const asHost = { eventId: event.id, own: [event.organizerId], isHost: true };
  expect(await listHeld(db, asHost)).toEqual([]);
  expect(await countWaitingComments(db, event.id)).toBe(0);
  expect(await listHeld(db, { ...asHost, own: [comment.authorId], isHost: false })).toHaveLength(1);
  await expect(approveComment(host, comment.id)).rejects.toMatchObject({ reason: "comment_held" });
  await expect(refuseComment(host, comment.id)).rejects.toMatchObject({ reason: "comment_held" });
});

describe("what is let through", () => {
  test("is published now, in the name of whose it is; again changes nothing", async ({ db }) => {
    const ctx = later(await accountOf(db, "moderator"), 1);
    const { said, announced, comment, draft } = await waiting(db);
    await letAllThrough(ctx, [said, announced]);
    await letAllThrough(ctx, [said, announced]);
    expect(await commentNow(db, comment)).toMatchObject({
      ...{ status: "visible", heldAt: null, createdAt: ctx.now },
    });
    expect(await eventNow(db, draft)).toMatchObject({ heldAt: null, publishedAt: ctx.now });
    expect(await facts(db)).toEqual(
      expect.arrayContaining([
        { kind: "comment.added", actorId: comment.authorId },
        { kind: "event.published", actorId: draft.organizerId },
        { kind: "event.let_through", actorId: null },
      ]),
    );
    expect((await logged(db)).sort()).toEqual(["comment.let_through", "event.let_through"]);
    await expect(turnAllBack(ctx, [said, announced], "Too late")).resolves.toBeUndefined();
    expect((await eventNow(db, draft)).publishedAt).toEqual(ctx.now);
  });

  test("goes on to wait for hosts who look first", async ({ db }) => {
    const ctx = await accountOf(db, "moderator");
    const { said, comment } = await waiting(db, "moderated");
    await letAllThrough(ctx, [said]);
    expect(await commentNow(db, comment)).toMatchObject({ status: "waiting", heldAt: null });
    expect((await facts(db)).map(({ kind }) => kind)).toEqual(["comment.submitted"]);
  });

  test("goes on to wait for hosts where the server wants them to look first everywhere", async ({ db }) => {
    const ctx = await accountOf(db, "moderator");
    const { comment, said } = await waiting(db);
    await db.insert(instanceSettings).values({ data: { commentApproval: "hosts" } });
    await letAllThrough(ctx, [said]);
    expect(await commentNow(db, comment)).toMatchObject({ status: "waiting", heldAt: null });
  });

  test("is what was read: words that were changed since neither go through nor back", async ({ db }) => {
    const ctx = await accountOf(db, "moderator");
    const { comment, said } = await waiting(db);
    await db.update(comments).set({ editedAt: now }).where(eq(comments.id, comment.id));
    const changed = { reason: "changed_since_read" };
    await expect(letAllThrough(ctx, [said])).rejects.toMatchObject(changed);
    await expect(turnAllBack(ctx, [said], "Spam")).rejects.toMatchObject(changed);
    const read = (await listWaiting(ctx, 1)).find(({ id }) => id === comment.id);
    await letAllThrough(ctx, [{ ...said, version: read!.version }]);
    expect(await commentNow(db, comment)).toMatchObject({ status: "visible" });
  });

  test("is what was read: an event that was changed since, or is over, is not", async ({ db }) => {
    const ctx = await accountOf(db, "moderator");
    const { announced, draft, said, comment } = await waiting(db);
    await db.update(events).set({ version: 1 }).where(eq(events.id, draft.id));
    const both = [said, announced];
    await expect(letAllThrough(ctx, both)).rejects.toMatchObject({ reason: "changed_since_read" });
    expect(await commentNow(db, comment)).toMatchObject({ status: "waiting" });
    const over = letAllThrough(later(ctx, 30), [{ ...announced, version: 1 }]);
    await expect(over).rejects.toMatchObject({ fieldErrors: { startsAt: ["event_in_the_past"] } });
  });
});

test("what is refused is out of sight, or a draft again, and whose it is are told why", async ({ db }) => {
  const ctx = await accountOf(db, "moderator");
  const { said, announced, comment, draft } = await waiting(db);
  await turnAllBack(ctx, [said, announced], "We sell nothing here");
  await turnAllBack(ctx, [said, announced], "We sell nothing here");
  expect(await commentNow(db, comment)).toMatchObject({ status: "removed", heldAt: null, removedAt: now });
  expect(await eventNow(db, draft)).toMatchObject({ heldAt: null, publishedAt: null, deletedAt: null });
  expect((await logged(db)).sort()).toEqual(["comment.removed", "event.turned_back"]);
  expect(await countWaiting(ctx)).toBe(0);
});

test("what the rules notice is one report of a kind in one case, in nobody's name", async ({ db }) => {
  const { id: actorId } = await createIdentity(db);
  await db
    .insert(instanceSettings)
    .values({ data: { wordRules: [{ id: "r", pattern: "casino*", scope: "all", outcome: "report" }] } });
  const system = { db, now, actor: { kind: "system" } } as const;
  const fact = { factId: 1, origin: "local", at: now, doerId: actorId } as const;
  const about = { kind: "conduct.noticed", actorId, thing: "identity", thingId: actorId } as const;
  await fileNoticed(system, { ...fact, ...about, why: "many_comments" });
  await fileNoticed(system, { ...fact, ...about, why: "many_comments" });
  await fileNoticed(system, { ...fact, ...about, why: "words", ruleId: "r" });
  expect(await db.select().from(reportCases)).toMatchObject([{ kind: "identity", actorId, reportCount: 2 }]);
  expect(await db.select().from(reports).orderBy(asc(reports.id))).toMatchObject([
    { noticed: "many_comments", reporterId: null, email: null, words: "" },
    { noticed: "words", words: "casino*" },
  ]);
  await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, actorId));
  await fileNoticed(system, { ...fact, ...about, why: "many_events" });
  expect(await db.select().from(reports)).toHaveLength(2);
});

test("a text that stands ready is told where no other is typed", async ({ db }) => {
  const messageTemplates = [{ id: "kind", title: "Be kind", en: "Please be kind.", fr: "" }];
  await db.insert(instanceSettings).values({ data: { messageTemplates } });
  expect(await wordedReason({ db }, { reason: "", template: "kind:en" })).toBe("Please be kind.");
  expect(await wordedReason({ db }, { reason: "Mine", template: "kind:en" })).toBe("Mine");
  for (const template of ["kind:fr", "none", ""])
    await expect(wordedReason({ db }, { reason: "", template })).rejects.toMatchObject({
      fieldErrors: { reason: ["why_missing"] },
    });
});
