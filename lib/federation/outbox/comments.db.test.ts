import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Comment, commentMentions, comments } from "@/db/schema/comments";
import { type Event, events } from "@/db/schema/events";
import { remoteEvents } from "@/db/schema/remote-events";
import {
  createComment,
  createEvent,
  createParticipation,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { commentElsewhere } from "./comments";
import { deleteCommentElsewhere, withdrawCommentElsewhere } from "./gone";
import { fact, reading, said, saidText, surroundings } from "./testing/said";

const minute = 60_000;
const about = ({ id: commentId, eventId }: Comment) => ({ commentId, eventId });
const added = (comment: Comment) => fact({ kind: "comment.added" as const, ...about(comment) });

async function scene(db: Database, values: Partial<Event> = {}) {
  const people = await surroundings(db);
  const event = await createEvent(db, { slug: "repair", organizerId: people.ada.id, ...values });
  const say = (id: string, given: Partial<Comment>) =>
    createComment(db, event, {
      id: `00000000-0000-4000-8000-00000000000${id}`,
      uri: `http://localhost:3000/events/repair/comments/${id}`,
      authorId: people.ada.id,
      ...given,
    });
  return { ...people, event, say };
}

describe("commentElsewhere", () => {
  test("tells those above in the thread and those named, and nobody else", async ({ db }) => {
    const { alan, grace, hedy, say } = await scene(db);
    const first = await say("1", { authorId: alan.id, uri: "https://mastodon.example/1" });
    const thread = { threadId: first.id, inReplyToId: first.id };
    await say("2", { ...thread, authorId: hedy.id, createdAt: new Date(now.getTime() + minute) });
    const answer = await say("3", {
      ...thread,
      html: "<p>Hello <a>@of_mobilizon</a></p>",
      createdAt: new Date(now.getTime() + 2 * minute),
    });
    await db.insert(commentMentions).values({ commentId: answer.id, actorId: grace.id });
    await commentElsewhere(reading(db), added(answer));
    await commentElsewhere(reading(db), added(answer));
    await expect(await saidText(db)).toMatchFileSnapshot("golden/comment-added.json");
  });

  test("what nobody elsewhere has to do with stays here; what a host announces goes to all who come", async ({
    db,
  }) => {
    const { event, grace, relay, say } = await scene(db);
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await createParticipation(db, event, { actorId: relay.id, status: "left" });
    await commentElsewhere(reading(db), added(await say("1", {})));
    expect(await said(db)).toEqual([]);
    await commentElsewhere(reading(db), added(await say("2", { isAnnouncement: true })));
    expect(await said(db)).toMatchObject([
      { to: ["mobilizon.example"], activity: { type: "Create", object: { isAnnouncement: true } } },
    ]);
  });

  test("under an event of another server, its hosts hear of it, and of each edit once", async ({ db }) => {
    const { ada, grace } = await surroundings(db);
    const event = await createRemoteEvent(db, { organizerId: grace.id, domain: "mobilizon.example" });
    const comment = await createComment(db, event, { authorId: ada.id });
    await commentElsewhere(reading(db), added(comment));
    const edit = (at: Date) => db.update(comments).set({ editedAt: at }).where(eq(comments.id, comment.id));
    const edited = fact({ kind: "comment.edited" as const, ...about(comment), mentioned: [] });
    for (const minutes of [1, 1, 2]) {
      await edit(new Date(now.getTime() + minutes * minute));
      await commentElsewhere(reading(db), edited);
    }
    expect((await said(db)).map(({ to, activity }) => [activity.type, ...to])).toEqual([
      ["Create", "mobilizon.example"],
      ["Update", "mobilizon.example"],
      ["Update", "mobilizon.example"],
    ]);
  });

  test("under an event that was narrowed to a few, names nobody else, whatever was said before", async ({
    db,
  }) => {
    const { ada, grace } = await surroundings(db);
    const event = await createRemoteEvent(db, { organizerId: grace.id, domain: "mobilizon.example" });
    const comment = await createComment(db, event, { authorId: ada.id });
    await commentElsewhere(reading(db), added(comment));
    await db.update(events).set({ visibility: "unlisted" }).where(eq(events.id, event.id));
    await db.update(remoteEvents).set({ isForFew: true }).where(eq(remoteEvents.eventId, event.id));
    await db.update(comments).set({ editedAt: now }).where(eq(comments.id, comment.id));
    await commentElsewhere(
      reading(db),
      fact({ kind: "comment.edited" as const, ...about(comment), mentioned: [] }),
    );
    const later = await createComment(db, event, { authorId: ada.id });
    await commentElsewhere(reading(db), added(later));
    await deleteCommentElsewhere(
      reading(db),
      fact({ kind: "comment.deleted" as const, ...about(later), authorId: ada.id, uri: later.uri }),
    );
    const after = (await said(db)).slice(1);
    expect(after.map(({ activity }) => activity.type)).toEqual(["Update", "Delete"]);
    expect(JSON.stringify(after)).not.toContain("Public");
    for (const { activity, to } of after) {
      expect(to).toEqual(["mobilizon.example"]);
      expect(activity.to).toEqual([grace.uri]);
    }
  });

  test("tells neither what waits, nor what came from elsewhere", async ({ db }) => {
    const { alan, event, say } = await scene(db);
    const first = await say("1", { authorId: alan.id });
    const waiting = await say("2", { status: "waiting", inReplyToId: first.id, threadId: first.id });
    const theirs = await createComment(db, event, { authorId: alan.id, inReplyToId: waiting.id });
    for (const comment of [first, waiting, theirs]) await commentElsewhere(reading(db), added(comment));
    expect(await said(db)).toEqual([]);
  });
});

describe("deleteCommentElsewhere", () => {
  test("says so to whoever heard of its author, once", async ({ db }) => {
    const { ada, alan, say } = await scene(db);
    const first = await say("1", { authorId: alan.id });
    const comment = await say("2", { inReplyToId: first.id, threadId: first.id, createdAt: new Date() });
    await commentElsewhere(reading(db), added(comment));
    const { uri } = comment;
    const deleted = fact({ kind: "comment.deleted" as const, ...about(comment), authorId: ada.id, uri });
    await deleteCommentElsewhere(reading(db), deleted);
    await deleteCommentElsewhere(reading(db), deleted);
    await expect(await saidText(db)).toMatchFileSnapshot("golden/comment-deleted.json");
    await deleteCommentElsewhere(reading(db), { ...deleted, authorId: alan.id, uri: first.uri });
    await withdrawCommentElsewhere(
      reading(db),
      fact({ kind: "comment.removed" as const, ...about(first), logId: 1 }),
    );
    expect(await said(db)).toHaveLength(1);
  });
});
