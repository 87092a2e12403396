import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { commentMentions, comments } from "@/db/schema/comments";
import {
  actingAs,
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { addComment } from "./add";

describe("addComment", () => {
  test("says something as safe HTML, and records it once for the same words", async ({ db }) => {
    const event = await createEvent(db);
    const grace = actingAs(db, (await createIdentity(db)).id);
    const input = { eventId: event.id, text: "Is there **cake**? <script>alert(1)</script>" };

    const said = await addComment(grace, input);
    const again = await addComment(grace, input);

    expect(again.id).toBe(said.id);
    expect(said).toMatchObject({ status: "visible", threadId: null, isAnnouncement: false, createdAt: now });
    expect(said.html).toContain("<strong>cake</strong>");
    expect(said.html).not.toContain("<script");
    expect(await kindsOf(db, event.id)).toEqual(["comment.added"]);
  });

  test("says the same again once something else was said", async ({ db }) => {
    const event = await createEvent(db);
    const grace = actingAs(db, (await createIdentity(db)).id);
    for (const [index, text] of ["+1", "Really.", "+1"].entries()) {
      const later = new Date(now.getTime() + index * 1000);
      await addComment({ ...grace, now: later }, { eventId: event.id, text });
    }
    expect(await db.select().from(comments)).toHaveLength(3);
  });

  test("puts an answer to an answer into the thread", async ({ db }) => {
    const event = await createEvent(db);
    const root = await createComment(db, event);
    const grace = actingAs(db, (await createIdentity(db)).id);
    const answer = await addComment(grace, { eventId: event.id, inReplyToId: root.id, text: "Yes." });
    const deeper = await addComment(grace, { eventId: event.id, inReplyToId: answer.id, text: "Lots." });
    expect(answer).toMatchObject({ threadId: root.id, inReplyToId: root.id });
    expect(deeper).toMatchObject({ threadId: root.id, inReplyToId: answer.id });
  });

  test("answers only what can be read under the same event", async ({ db }) => {
    const event = await createEvent(db);
    const elsewhere = await createComment(db, await createEvent(db));
    const waiting = await createComment(db, event, { status: "waiting" });
    const deleted = await createComment(db, event, { deletedAt: now });
    const grace = actingAs(db, (await createIdentity(db)).id);
    for (const { id } of [elsewhere, waiting, deleted]) {
      const answering = addComment(grace, { eventId: event.id, inReplyToId: id, text: "Yes." });
      await expect(answering).rejects.toMatchObject({ reason: "comment_not_found" });
    }
  });

  test("waits for a host where they look first, unless a host says it", async ({ db }) => {
    const event = await createEvent(db, { commentsPolicy: "moderated" });
    const guest = await addComment(actingAs(db, (await createIdentity(db)).id), {
      eventId: event.id,
      text: "Hi",
    });
    const host = await addComment(actingAs(db, event.organizerId), { eventId: event.id, text: "Hi" });
    expect([guest.status, host.status]).toEqual(["waiting", "visible"]);
    expect(await kindsOf(db, event.id)).toEqual(["comment.submitted", "comment.added"]);
  });

  test("is for hosts alone where comments are closed, and for nobody long after a cancelled event", async ({
    db,
  }) => {
    const closed = await createEvent(db, { commentsPolicy: "closed" });
    const past = { startsAt: new Date("2026-11-01T18:00:00Z"), endsAt: new Date("2026-11-01T21:00:00Z") };
    const cancelled = await createEvent(db, { status: "cancelled", ...past });
    const guest = actingAs(db, (await createIdentity(db)).id);
    const say = (eventId: string, ctx = guest) => addComment(ctx, { eventId, text: "Hi" });
    await expect(say(closed.id)).rejects.toMatchObject({ code: "conflict", reason: "comments_closed" });
    await expect(say(cancelled.id)).rejects.toMatchObject({ code: "conflict", reason: "comments_over" });
    expect(await say(closed.id, actingAs(db, closed.organizerId))).toMatchObject({ status: "visible" });
  });

  test("lets hosts announce, and nobody else, not even another identity of their account", async ({ db }) => {
    const account = await createAccount(db);
    const host = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const event = await createEvent(db, { organizerId: host.id });
    const input = { eventId: event.id, text: "Bring a cup.", announcement: true };
    expect(await addComment(actingAs(db, host.id), input)).toMatchObject({ isAnnouncement: true });
    await expect(addComment(actingAs(db, otherFace.id), input)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("says nothing under drafts, and refuses strangers to the server and empty words", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const event = await createEvent(db);
    const guest = actingAs(db, (await createIdentity(db)).id);
    const inDraft = addComment(actingAs(db, draft.organizerId), { eventId: draft.id, text: "Hi" });
    await expect(inDraft).rejects.toMatchObject({ reason: "event_not_found" });
    const nobody = { db, actor: { kind: "anonymous" as const }, now };
    await expect(addComment(nobody, { eventId: event.id, text: "Hi" })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const text of ["<!-- -->", "<script>x</script>", "\u200b"])
      await expect(addComment(guest, { eventId: event.id, text })).rejects.toMatchObject({
        fieldErrors: { text: ["comment_missing"] },
      });
  });

  test("names people, with a link only where everybody may open their page", async ({ db }) => {
    const open = await createIdentity(db, { handle: "open_door" });
    const shy = await createIdentity(db, { handle: "shy", visibility: "participants" });
    const account = await createAccount(db, { confirmedAt: null });
    await createIdentity(db, { handle: "unconfirmed", account });
    const event = await createEvent(db);
    const text = "@open_door @shy @unconfirmed @nobody";
    const { id, html } = await addComment(actingAs(db, event.organizerId), { eventId: event.id, text });
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="http://localhost:3000/@open_door"']);
    const named = await db.select().from(commentMentions).where(eq(commentMentions.commentId, id));
    expect(named.map(({ actorId }) => actorId).sort()).toEqual([open.id, shy.id].sort());
  });

  test("bounds and disarms whatever is typed", async ({ db }) => {
    const event = await createEvent(db);
    const guest = actingAs(db, (await createIdentity(db)).id);
    const hostile = [
      "![x](https://evil.example/track.png)",
      "[click](javascript:alert(1))",
      `${"> ".repeat(2_000)}deep`,
      `${"*".repeat(4_000)}a`,
      "<img src=x onerror=alert(1)><svg onload=alert(1)>a",
      "<a href='https://x.example' onclick='x()' style='position:fixed'>a</a>",
    ];
    for (const text of hostile) {
      const { html } = await addComment(guest, { eventId: event.id, text });
      expect(html).not.toMatch(/<(img|svg|script)|javascript:|onclick|style=|onerror=[^&]*>/i);
    }
  });
});
