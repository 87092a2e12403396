import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "@/db/schema/comments";
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
import { approveComment, refuseComment } from "./decide";
import { pinComment, unpinComment } from "./pin";

describe("pinComment", () => {
  test("pins one at a time, and the same one once", async ({ db }) => {
    const event = await createEvent(db);
    const [first, second] = [await createComment(db, event), await createComment(db, event)];
    const host = actingAs(db, event.organizerId);
    for (const { id } of [first, second, second]) await pinComment(host, id);
    const pinned = await db.select().from(comments).where(eq(comments.isPinned, true));
    expect(pinned.map(({ id }) => id)).toEqual([second.id]);
    await unpinComment(host, second.id);
    await unpinComment(host, second.id);
    expect(await kindsOf(db, event.id)).toEqual(["comment.pinned", "comment.pinned", "comment.unpinned"]);
  });

  test("is for hosts, of what everybody sees", async ({ db }) => {
    const event = await createEvent(db);
    const { id, authorId } = await createComment(db, event);
    const waiting = await createComment(db, event, { status: "waiting" });
    const deleted = await createComment(db, event, { deletedAt: now });
    for (const act of [pinComment, unpinComment])
      await expect(act(actingAs(db, authorId), id)).rejects.toMatchObject({ code: "forbidden" });
    const host = actingAs(db, event.organizerId);
    for (const hidden of [waiting, deleted])
      await expect(pinComment(host, hidden.id)).rejects.toMatchObject({ reason: "comment_not_found" });
  });
});

describe("approveComment and refuseComment", () => {
  test("decide once, and may think better of it", async ({ db }) => {
    const event = await createEvent(db, { commentsPolicy: "moderated" });
    const { id } = await createComment(db, event, { status: "waiting" });
    const host = actingAs(db, event.organizerId);
    expect(await refuseComment(host, id)).toMatchObject({ status: "refused" });
    expect(await refuseComment(host, id)).toMatchObject({ status: "refused" });
    expect(await approveComment(host, id)).toMatchObject({ status: "visible" });
    expect(await approveComment(host, id)).toMatchObject({ status: "visible" });
    expect(await kindsOf(db, event.id)).toEqual(["comment.refused", "comment.approved"]);
    await expect(refuseComment(host, id)).rejects.toMatchObject({ reason: "comment_not_waiting" });
  });

  test("are neither for the author nor for another identity of the host's account", async ({ db }) => {
    const account = await createAccount(db);
    const host = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const event = await createEvent(db, { organizerId: host.id });
    const { id, authorId } = await createComment(db, event, { status: "waiting" });
    for (const actorId of [authorId, otherFace.id])
      for (const decide of [approveComment, refuseComment])
        await expect(decide(actingAs(db, actorId), id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("find nothing that was deleted", async ({ db }) => {
    const event = await createEvent(db);
    const { id } = await createComment(db, event, { status: "waiting", deletedAt: now });
    for (const decide of [approveComment, refuseComment])
      await expect(decide(actingAs(db, event.organizerId), id)).rejects.toMatchObject({
        reason: "comment_not_found",
      });
  });
});
