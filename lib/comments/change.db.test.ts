import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "@/db/schema/comments";
import { journal } from "@/db/schema/journal";
import { tombstones } from "@/db/schema/tombstones";
import { actingAs, createComment, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { addComment } from "./add";
import { deleteComment } from "./delete";
import { editComment } from "./edit";

describe("editComment", () => {
  test("changes the words, leaves a trace, and does nothing for the same words", async ({ db }) => {
    const event = await createEvent(db);
    const comment = await createComment(db, event);
    const author = actingAs(db, comment.authorId);
    const edited = await editComment(author, { commentId: comment.id, text: "Is there *pie*?" });
    const again = await editComment(author, { commentId: comment.id, text: "Is there *pie*?" });
    expect(edited).toMatchObject({ html: "<p>Is there <em>pie</em>?</p>", editedAt: now, status: "visible" });
    expect(again).toEqual(edited);
    expect(await kindsOf(db, event.id)).toEqual(["comment.edited"]);
  });

  test("is for the author alone", async ({ db }) => {
    const event = await createEvent(db);
    const { id: commentId } = await createComment(db, event);
    const editing = editComment(actingAs(db, event.organizerId), { commentId, text: "No." });
    await expect(editing).rejects.toMatchObject({ code: "forbidden" });
  });

  test("waits for a host again where they look first, and is unpinned", async ({ db }) => {
    const event = await createEvent(db, { commentsPolicy: "moderated" });
    const comment = await createComment(db, event, { isPinned: true });
    const edited = await editComment(actingAs(db, comment.authorId), { commentId: comment.id, text: "Buy!" });
    expect(edited).toMatchObject({ status: "waiting", isPinned: false });
    expect(await kindsOf(db, event.id)).toEqual(["comment.edited", "comment.submitted"]);
  });

  test("cannot bring back what was deleted or refused", async ({ db }) => {
    const event = await createEvent(db);
    const deleted = await createComment(db, event, { deletedAt: now });
    const refused = await createComment(db, event, { status: "refused" });
    const edit = ({ id, authorId }: typeof deleted) =>
      editComment(actingAs(db, authorId), { commentId: id, text: "Again." });
    await expect(edit(deleted)).rejects.toMatchObject({ reason: "comment_not_found" });
    await expect(edit(refused)).rejects.toMatchObject({ reason: "comment_refused" });
  });

  test("tells in its fact whom it did not name before", async ({ db }) => {
    await createIdentity(db, { handle: "first" });
    const second = await createIdentity(db, { handle: "second" });
    const event = await createEvent(db);
    const author = actingAs(db, (await createIdentity(db)).id);
    const { id: commentId } = await addComment(author, { eventId: event.id, text: "@first" });
    await editComment(author, { commentId, text: "@first @second" });
    const [fact] = await db.select().from(journal).where(eq(journal.kind, "comment.edited"));
    expect(fact?.payload).toEqual({ eventId: event.id, commentId, mentioned: [second.id] });
  });
});

describe("deleteComment", () => {
  test("leaves nothing of what nobody answered, and its address as gone", async ({ db }) => {
    const event = await createEvent(db);
    const comment = await createComment(db, event);
    await deleteComment(actingAs(db, comment.authorId), comment.id);
    expect(await db.select().from(comments)).toEqual([]);
    expect(await db.select().from(tombstones)).toMatchObject([{ uri: comment.uri }]);
    expect(await kindsOf(db, event.id)).toEqual(["comment.deleted"]);
    const again = deleteComment(actingAs(db, comment.authorId), comment.id);
    await expect(again).rejects.toMatchObject({ reason: "comment_not_found" });
  });

  test("leaves a place without words under answers, until the last of them goes", async ({ db }) => {
    const event = await createEvent(db);
    const root = await createComment(db, event, { isPinned: true });
    const answer = await createComment(db, event, { threadId: root.id, inReplyToId: root.id });
    const deeper = await createComment(db, event, { threadId: root.id, inReplyToId: answer.id });
    const host = actingAs(db, event.organizerId);

    await deleteComment(host, root.id);
    await deleteComment(host, answer.id);
    const left = await db.select().from(comments).where(eq(comments.source, ""));
    expect(left.map(({ id }) => id).sort()).toEqual([root.id, answer.id].sort());
    expect(left).toMatchObject([{ html: "", deletedAt: now, isPinned: false }, { html: "" }]);
    const again = deleteComment(host, root.id);
    await expect(again).rejects.toMatchObject({ reason: "comment_not_found" });

    await deleteComment(host, deeper.id);
    expect(await db.select().from(comments)).toEqual([]);
  });

  test("is for the author and hosts", async ({ db }) => {
    const event = await createEvent(db);
    const { id } = await createComment(db, event);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(deleteComment(stranger, id)).rejects.toMatchObject({ code: "forbidden" });
    await deleteComment(actingAs(db, event.organizerId), id);
    expect(await db.select().from(comments)).toEqual([]);
  });
});
