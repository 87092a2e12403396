import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import {
  actingAs,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { editComment } from "@/lib/comments/edit";
import { listThreads } from "@/lib/comments/queries";
import { countUpcoming, countUpcomingBy, listUpcoming } from "@/lib/events/cards";
import { restoreEvent } from "@/lib/events/delete";
import { indexEvent, indexEventsOf } from "@/lib/events/search/index-event";
import { findProfile } from "@/lib/identities/queries";
import { joinEvent } from "@/lib/participation/join";
import { accountOf, later, others, reported } from "../testing/cases";
import { limitReported, unlimitReported } from "./limit";
import { putReportedBack, removeReported } from "./remove";
import { suspendReported, unsuspendReported } from "./suspend";
import { warnReported } from "./warn";

const reason = "Against our rules";

const actionsOf = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(asc(moderationLog.id))).map(({ action }) => action);
const factsOf = async (db: Database, prefix: RegExp) =>
  (await db.select().from(journal).orderBy(asc(journal.id)))
    .map(({ kind }) => kind)
    .filter((kind) => prefix.test(kind));

async function eventCase(db: Database) {
  const event = await createEvent(db);
  return { event, caseId: (await reported(db, { kind: "event", name: event.slug })).id };
}

async function commentCase(db: Database) {
  const event = await createEvent(db);
  const comment = await createComment(db, event);
  return { event, comment, caseId: (await reported(db, { kind: "comment", name: comment.id })).id };
}

async function identityCase(db: Database) {
  const identity = await createIdentity(db);
  return { identity, caseId: (await reported(db, { kind: "identity", name: identity.handle })).id };
}

test("nobody but moderators decides", async ({ db }) => {
  const { event, caseId } = await eventCase(db);
  const input = { caseId, reason, span: 7 };
  for (const ctx of await others(db))
    for (const act of [
      removeReported,
      putReportedBack,
      warnReported,
      limitReported,
      unlimitReported,
      suspendReported,
      unsuspendReported,
    ])
      await expect(act(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await actionsOf(db)).toEqual([]);
  expect(await db.select().from(events).where(eq(events.id, event.id))).toMatchObject([{ deletedAt: null }]);
});

describe("removeReported", () => {
  test("takes an event out of sight once, its hosts' too, and puts it back as it was", async ({ db }) => {
    const { event, caseId } = await eventCase(db);
    const moderator = await accountOf(db, "moderator");
    await indexEvent(moderator, { eventId: event.id });
    await removeReported(moderator, { caseId, reason });
    await removeReported(moderator, { caseId, reason });

    expect(await listUpcoming(db, now)).toEqual([]);
    expect(await db.execute("select 1 from event_search")).toHaveLength(0);
    const organizer = actingAs(db, event.organizerId);
    await expect(restoreEvent(organizer, event.id)).rejects.toMatchObject({ reason: "event_not_found" });

    await putReportedBack(moderator, { caseId, reason: "A mistake" });
    await putReportedBack(moderator, { caseId, reason: "A mistake" });
    expect(await db.select().from(events).where(eq(events.id, event.id))).toEqual([event]);
    expect(await actionsOf(db)).toEqual(["event.removed", "event.put_back"]);
    expect(await factsOf(db, /^event/)).toEqual(["event.removed", "event.put_back"]);
  });

  test("takes a comment out of sight, for its author and hosts too, and puts it back", async ({ db }) => {
    const { event, comment, caseId } = await commentCase(db);
    const moderator = await accountOf(db, "administrator");
    await removeReported(moderator, { caseId, reason });
    await removeReported(moderator, { caseId, reason });
    expect((await listThreads(db, { eventId: event.id, page: 1 })).total).toBe(0);
    const author = actingAs(db, comment.authorId);
    const edit = editComment(author, { commentId: comment.id, text: "Something else" });
    await expect(edit).rejects.toMatchObject({ reason: "comment_not_found" });

    await putReportedBack(moderator, { caseId, reason });
    expect(await db.select().from(comments)).toEqual([comment]);
    expect(await actionsOf(db)).toEqual(["comment.removed", "comment.put_back"]);
    expect(await factsOf(db, /^comment/)).toEqual(["comment.removed", "comment.put_back"]);
  });

  test("puts a comment back where it was: above the others, or before whoever looks first", async ({
    db,
  }) => {
    const moderator = await accountOf(db, "moderator");
    const states = [{ isPinned: true }, { status: "waiting" as const }, { status: "refused" as const }];
    for (const state of [...states, { status: "waiting" as const, heldAt: now }]) {
      const { event, comment, caseId } = await commentCase(db);
      await createComment(db, event, { threadId: comment.id, inReplyToId: comment.id });
      await createComment(db, event, { createdAt: later(moderator, 1).now });
      const isIt = eq(comments.id, comment.id);
      const [before] = await db.update(comments).set(state).where(isIt).returning();
      await removeReported(moderator, { caseId, reason });
      const { threads } = await listThreads(db, { eventId: event.id, page: 1 });
      expect(threads.map(({ root }) => root.isPinned)).toEqual([false, false]);
      expect(threads[1]?.root.id).toBe(comment.id);
      await putReportedBack(moderator, { caseId, reason });
      expect(await db.select().from(comments).where(isIt)).toEqual([before]);
    }
    expect(await factsOf(db, /put_back$/)).toEqual(["comment.put_back"]);
  });

  test("refuses identities, what is gone, and what was taken away more than 30 days ago", async ({ db }) => {
    const moderator = await accountOf(db, "moderator");
    const identity = await identityCase(db);
    const act = removeReported(moderator, { caseId: identity.caseId, reason });
    await expect(act).rejects.toMatchObject({ reason: "nothing_to_remove" });

    const { event, caseId } = await eventCase(db);
    await removeReported(moderator, { caseId, reason });
    const late = putReportedBack(later(moderator, 31), { caseId, reason });
    await expect(late).rejects.toMatchObject({ reason: "undo_over" });
    await db.delete(events).where(eq(events.id, event.id));
    const gone = putReportedBack(moderator, { caseId, reason });
    await expect(gone).rejects.toMatchObject({ reason: "nothing_to_remove" });
  });
});

describe("suspendReported", () => {
  test("takes an identity out of sight with all that is theirs, and lets nobody join it", async ({ db }) => {
    const { identity, caseId } = await identityCase(db);
    const event = await createEvent(db, { organizerId: identity.id });
    const draft = await createEvent(db, { organizerId: identity.id, publishedAt: null });
    const elsewhere = await createEvent(db);
    await createComment(db, elsewhere, { authorId: identity.id });
    const moderator = await accountOf(db, "moderator");
    await suspendReported(moderator, { caseId, reason, span: 7 });
    await suspendReported(moderator, { caseId, reason, span: 7 });

    expect(await findProfile(db, identity.handle)).toBeNull();
    expect((await listUpcoming(db, now)).map(({ event: { id } }) => id)).toEqual([elsewhere.id]);
    expect(await countUpcoming(db, now)).toBe(1);
    expect((await listThreads(db, { eventId: elsewhere.id, page: 1 })).total).toBe(0);
    const guest = actingAs(db, (await createIdentity(db)).id);
    await expect(joinEvent(guest, { eventId: event.id })).rejects.toMatchObject({ code: "not_found" });
    const until = new Date(now.getTime() + 7 * 86_400_000);
    expect(await db.select().from(actors).where(eq(actors.id, identity.id))).toMatchObject([
      { suspendedAt: now, suspendedUntil: until, deletedAt: now },
    ]);

    await unsuspendReported(moderator, { caseId, reason });
    await unsuspendReported(moderator, { caseId, reason });
    expect(await db.select().from(actors).where(eq(actors.id, identity.id))).toEqual([identity]);
    expect(await db.select().from(events).where(eq(events.id, event.id))).toEqual([event]);
    expect(await db.select().from(events).where(eq(events.id, draft.id))).toEqual([draft]);
    expect(await actionsOf(db)).toEqual(["identity.suspended", "identity.unsuspended"]);
    expect(await factsOf(db, /^identity/)).toEqual(["identity.suspended", "identity.unsuspended"]);
  });

  test("leaves away what was taken away besides, whichever came first", async ({ db }) => {
    const moderator = await accountOf(db, "moderator");
    const { event, caseId } = await eventCase(db);
    const other = await createEvent(db, { organizerId: event.organizerId });
    const otherCase = (await reported(db, { kind: "event", name: other.slug })).id;
    await removeReported(moderator, { caseId, reason });
    await suspendReported(moderator, { caseId, reason, span: null });
    await removeReported(moderator, { caseId: otherCase, reason });
    await putReportedBack(moderator, { caseId, reason });
    const removals = () =>
      db.select({ id: events.id, removal: events.removal }).from(events).orderBy(asc(events.id));
    expect(new Map((await removals()).map(({ id, removal }) => [id, removal]))).toEqual(
      new Map([
        [event.id, "suspension"],
        [other.id, "moderators"],
      ]),
    );
    await unsuspendReported(moderator, { caseId, reason });
    expect((await listUpcoming(db, now)).map((card) => card.event.id)).toEqual([event.id]);
  });

  test("works for people of other servers, with what they announced", async ({ db }) => {
    const event = await createRemoteEvent(db);
    const { id: caseId } = await reported(db, { uri: event.uri });
    await suspendReported(await accountOf(db, "moderator"), { caseId, reason, span: null });
    expect(await listUpcoming(db, now)).toEqual([]);
  });

  test("refuses who is gone, and lifting for good what is deleted by now", async ({ db }) => {
    const moderator = await accountOf(db, "moderator");
    const { identity, caseId } = await identityCase(db);
    await suspendReported(moderator, { caseId, reason, span: null });
    const late = unsuspendReported(later(moderator, 31), { caseId, reason });
    await expect(late).rejects.toMatchObject({ reason: "undo_over" });
    await db.update(actors).set({ suspendedAt: null }).where(eq(actors.id, identity.id));
    for (const act of [suspendReported, limitReported, unsuspendReported])
      await expect(act(moderator, { caseId, reason, span: 1 })).rejects.toMatchObject({
        reason: "identity_not_found",
      });
  });
});

describe("limitReported", () => {
  test("keeps what they announce out of lists and search, and not from their page", async ({ db }) => {
    const { event, caseId } = await eventCase(db);
    const moderator = await accountOf(db, "moderator");
    await limitReported(moderator, { caseId, reason });
    await limitReported(moderator, { caseId, reason });
    await indexEventsOf(moderator, { actorId: event.organizerId });
    expect(await listUpcoming(db, now)).toEqual([]);
    expect(await countUpcoming(db, now)).toBe(0);
    expect(await countUpcomingBy(db, now, event.organizerId)).toBe(1);
    expect(await db.execute("select 1 from event_search")).toHaveLength(0);

    await unlimitReported(moderator, { caseId, reason });
    await unlimitReported(moderator, { caseId, reason });
    await indexEventsOf(moderator, { actorId: event.organizerId });
    expect(await listUpcoming(db, now)).toHaveLength(1);
    expect(await db.execute("select 1 from event_search")).toHaveLength(1);
    expect(await actionsOf(db)).toEqual(["identity.limited", "identity.unlimited"]);
  });
});

test("warnReported writes down each warning", async ({ db }) => {
  const { identity, caseId } = await identityCase(db);
  const moderator = await accountOf(db, "moderator");
  await warnReported(moderator, { caseId, reason: "Please be kind" });
  const [row] = await db.select().from(moderationLog);
  expect(row).toMatchObject({
    action: "identity.warned",
    actorId: identity.id,
    caseId,
    reason: "Please be kind",
  });
  expect(await factsOf(db, /warned/)).toEqual(["identity.warned"]);
});

test("the log can be added to, and not changed, except that it forgets who is gone", async ({ db }) => {
  const { caseId } = await identityCase(db);
  const moderator = await accountOf(db, "moderator");
  await createParticipation(db, await createEvent(db));
  await warnReported(moderator, { caseId, reason });
  const refusal = { cause: { message: "moderation_log is append-only" } };
  const inside = (work: (tx: Database) => Promise<unknown>) => db.transaction((tx) => work(tx));
  await expect(inside((tx) => tx.update(moderationLog).set({ reason: "" }))).rejects.toMatchObject(refusal);
  await expect(inside((tx) => tx.delete(moderationLog))).rejects.toMatchObject(refusal);
  await db.update(moderationLog).set({ moderatorId: null });
  expect(await db.select().from(moderationLog)).toMatchObject([{ moderatorId: null, reason }]);
});
