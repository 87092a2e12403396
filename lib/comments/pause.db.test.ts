import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { instanceSettings } from "@/db/schema/instance";
import { actingAs, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { readSlowMode } from "@/lib/instance/slow-mode";
import { addComment } from "./add";
import { editComment } from "./edit";

const tooSoon = { code: "rate_limited", reason: "comment_too_soon" };

describe("the pause of an event", () => {
  test("refuses who does not wait, keeps nothing of it, and lets them through on the second", async ({
    db,
  }) => {
    const { say } = await scene(db, 300);
    await say("One", 0);
    await expect(say("Two", 299.999)).rejects.toMatchObject(tooSoon);
    expect(await db.select().from(comments)).toHaveLength(1);
    expect(await say("Two", 300)).toMatchObject({ status: "visible" });
    await expect(say("Three", 599)).rejects.toMatchObject(tooSoon);
  });

  test("counts the same click once instead of refusing it", async ({ db }) => {
    const { say } = await scene(db, 300);
    const { id } = await say("One", 0);
    expect(await say("One", 5)).toMatchObject({ id });
  });

  test("counts what waits for hosts too, and answers like everything else", async ({ db }) => {
    const { say } = await scene(db, 300, { commentsPolicy: "moderated" });
    expect(await say("One", 0)).toMatchObject({ status: "waiting" });
    await expect(say("Two", 60)).rejects.toMatchObject(tooSoon);
    const open = await scene(db, 300);
    const { id: inReplyToId } = await open.say("One", 0);
    await expect(open.say("Two", 60, { inReplyToId })).rejects.toMatchObject(tooSoon);
  });

  test("counts each identity and each event by itself", async ({ db }) => {
    const { event, guest, say } = await scene(db, 300);
    await say("One", 0);
    const other = actingAs(db, (await createIdentity(db)).id);
    expect(await addComment(other, { eventId: event.id, text: "Two" })).toMatchObject({ status: "visible" });
    const elsewhere = await createEvent(db, { commentsPauseSeconds: 300 });
    expect(await addComment(guest, { eventId: elsewhere.id, text: "Two" })).toMatchObject({
      status: "visible",
    });
  });

  test("lets hosts speak as they like", async ({ db }) => {
    const { event } = await scene(db, 3600);
    const host = actingAs(db, event.organizerId);
    for (const text of ["One", "Two"])
      expect(await addComment(host, { eventId: event.id, text })).toMatchObject({ status: "visible" });
  });

  test("is none for what was said already: whoever edits says nothing new", async ({ db }) => {
    const { guest, say } = await scene(db, 300);
    const { id: commentId } = await say("One", 0);
    const edited = await editComment({ ...guest, now: at(200) }, { commentId, text: "One, and more" });
    expect(edited).toMatchObject({ source: "One, and more", createdAt: now });
    expect(await say("Two", 300)).toMatchObject({ status: "visible" });
  });

  test.for([
    { own: 60, servers: 300, counts: 300 },
    { own: 300, servers: 60, counts: 300 },
    { own: 0, servers: 60, counts: 60 },
    { own: 60, servers: 0, counts: 60 },
  ])("of $own s and the server's of $servers s make $counts s", async ({ own, servers, counts }, { db }) => {
    await db.insert(instanceSettings).values({ data: { slowModeSeconds: servers } });
    expect(await readSlowMode(db)).toBe(servers);
    const { say } = await scene(db, own);
    await say("One", 0);
    await expect(say("Two", counts - 1)).rejects.toMatchObject(tooSoon);
    expect(await say("Two", counts)).toMatchObject({ status: "visible" });
  });
});

test("a server that nobody changed anything of asks for no pause", async ({ db }) => {
  expect(await readSlowMode(db)).toBe(0);
});

test("the database takes no pause longer than an hour, and none below nothing", async ({ db }) => {
  for (const commentsPauseSeconds of [-1, 3601]) {
    const kept = db.transaction((tx) => createEvent(tx, { commentsPauseSeconds }));
    await expect(kept).rejects.toMatchObject({ cause: { constraint_name: "events_comments_pause" } });
  }
});

async function scene(
  db: Database,
  commentsPauseSeconds: number,
  values: Parameters<typeof createEvent>[1] = {},
) {
  const event = await createEvent(db, { ...values, commentsPauseSeconds });
  const guest = actingAs(db, (await createIdentity(db)).id);
  const say = (text: string, seconds: number, answering = {}) =>
    addComment({ ...guest, now: at(seconds) }, { eventId: event.id, text, ...answering });
  return { event, guest, say };
}

function at(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
