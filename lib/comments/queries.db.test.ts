import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import { createComment, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { countWaitingComments, listHeld } from "./held";
import { findPlace, listThreads } from "./queries";

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** Says something so many minutes after "now". */
function say(db: Database, event: Event, at: number, values: Partial<Comment> = {}) {
  return createComment(db, event, { source: `at ${at}`, createdAt: minutes(at), ...values });
}

function answer(db: Database, event: Event, at: number, root: Comment, values: Partial<Comment> = {}) {
  return say(db, event, at, { threadId: root.id, inReplyToId: root.id, ...values });
}

async function read(db: Database, event: Event, asked: { page?: number; unfolded?: string } = {}) {
  const page = await listThreads(db, { eventId: event.id, page: 1, ...asked });
  const shown = page.threads.map(({ root, answers, more }) => [
    root.html.replace(/<\/?p>/g, ""),
    ...answers.map(({ html }) => html.replace(/<\/?p>/g, "")),
    ...(more > 0 ? [`+${more}`] : []),
  ]);
  return { ...page, shown };
}

describe("listThreads", () => {
  test("shows the newest thread first and the oldest answer first, the pinned ones above", async ({ db }) => {
    const event = await createEvent(db);
    await say(db, await createEvent(db), 0);
    const first = await say(db, event, 1);
    const second = await say(db, event, 2);
    await say(db, event, 3);
    await answer(db, event, 5, first);
    await answer(db, event, 4, first);
    await answer(db, event, 6, first, { isPinned: true });
    await answer(db, event, 7, second);
    const { shown, total, threadCount } = await read(db, event);
    expect(shown).toEqual([["at 1", "at 6", "at 4", "at 5"], ["at 3"], ["at 2", "at 7"]]);
    expect({ total, threadCount }).toEqual({ total: 7, threadCount: 3 });
  });

  test("shows nothing that waits, was refused or deleted, or whose author is gone", async ({ db }) => {
    const event = await createEvent(db);
    const gone = await createIdentity(db);
    await say(db, event, 1, { status: "waiting" });
    await say(db, event, 2, { status: "refused" });
    await say(db, event, 3, { deletedAt: now, source: "" });
    await say(db, event, 4, { authorId: gone.id });
    const root = await say(db, event, 5);
    await answer(db, event, 6, root, { status: "waiting" });
    await answer(db, event, 7, root, { authorId: gone.id });
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, gone.id));
    expect(await read(db, event)).toMatchObject({ shown: [["at 5"]], total: 1, threadCount: 1 });
  });

  test("keeps an empty place, without name and words, above what can still be read", async ({ db }) => {
    const event = await createEvent(db);
    const gone = await createIdentity(db);
    const root = await say(db, event, 1, { authorId: gone.id, isAnnouncement: true, editedAt: now });
    await answer(db, event, 2, root);
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, gone.id));
    const { threads, shown, total } = await read(db, event);
    expect(shown).toEqual([["", "at 2"]]);
    expect(threads[0]?.root).toMatchObject({ author: null, isAnnouncement: false, editedAt: null });
    expect(total).toBe(1);
  });

  test("shows five answers until somebody asks for all, and twenty threads a page", async ({ db }) => {
    const event = await createEvent(db);
    const root = await say(db, event, 0);
    for (let at = 1; at <= 7; at++) await answer(db, event, at, root);
    expect((await read(db, event)).shown).toEqual([["at 0", "at 1", "at 2", "at 3", "at 4", "at 5", "+2"]]);
    expect((await read(db, event, { unfolded: root.id })).shown[0]).toHaveLength(8);

    for (let at = 100; at < 120; at++) await say(db, event, at);
    const first = await read(db, event);
    const second = await read(db, event, { page: 2 });
    expect(first).toMatchObject({ threadCount: 21, total: 28 });
    expect(first.shown.map(([said]) => said)).not.toContain("at 0");
    expect(second.shown).toEqual([["at 0", "at 1", "at 2", "at 3", "at 4", "at 5", "+2"]]);
    expect((await read(db, event, { page: 3 })).shown).toEqual([]);
    const last = second.threads[0]?.answers.at(-1);
    expect(await findPlace(db, event.id, last!.id)).toEqual({ page: 2, threadId: root.id });
    expect(await findPlace(db, (await createEvent(db)).id, root.id)).toBeNull();
  });
});

describe("listHeld", () => {
  test("shows hosts what waits, and others only what they said themselves", async ({ db }) => {
    const event = await createEvent(db);
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    const root = await say(db, event, 0, { authorId: ada.id });
    await answer(db, event, 1, root, { authorId: ada.id, status: "waiting" });
    await say(db, event, 2, { authorId: grace.id, status: "waiting" });
    await say(db, event, 3, { authorId: grace.id, status: "refused" });
    const read = async (own: string[], isHost: boolean) =>
      (await listHeld(db, { eventId: event.id, own, isHost })).map(({ comment }) => comment.source);
    expect(await read([event.organizerId], true)).toEqual(["at 1", "at 2"]);
    expect(await read([grace.id], false)).toEqual(["at 2", "at 3"]);
    expect(await read([ada.id], false)).toEqual(["at 1"]);
    const [held] = await listHeld(db, { eventId: event.id, own: [ada.id], isHost: false });
    expect(held?.answers).toBe(ada.name);
    expect(await countWaitingComments(db, event.id)).toBe(2);
  });
});
