import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actorFields, actors } from "@/db/schema/actors";
import { commentMentions, comments } from "@/db/schema/comments";
import { eventPictures, events } from "@/db/schema/events";
import { feedTokens } from "@/db/schema/feed-tokens";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { notificationSettings } from "@/db/schema/notification-settings";
import { participationAnswers, participations } from "@/db/schema/participations";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { tombstones } from "@/db/schema/tombstones";
import {
  actingAs,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { cancelEvent } from "@/lib/events/cancel";
import { findFact } from "@/lib/journal/find-fact";
import { announceCancellation } from "@/lib/notifications/announce-cancellation";
import { waitingMails } from "@/lib/notifications/testing/facts";
import { createQuestion } from "@/lib/participation/questions/testing/asked";
import { eraseIdentity } from "./erase-identity";
import { createOrphan } from "./testing/orphan";

const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });
const past = { startsAt: new Date("2026-11-01T18:00:00Z"), endsAt: new Date("2026-11-01T21:00:00Z") };

/** An identity whose account let go of it, with everything that it can have. */
async function settle(db: Database) {
  const ada = await createOrphan(db, {
    name: "Ada Marchand",
    summary: "I repair",
    summaryHtml: "<p>I repair</p>",
  });
  const [picture] = await db
    .insert(media)
    .values({ name: "abcdefghjkmnpqrstuvw", kind: "avatar" })
    .returning();
  await db.update(actors).set({ avatarId: picture!.id }).where(eq(actors.id, ada.id));
  await db.insert(actorFields).values({ actorId: ada.id, position: 0, name: "Site", value: "ada.example" });
  await db.insert(notificationSettings).values({ actorId: ada.id, kind: "request", byMail: false });
  await db.insert(feedTokens).values({ actorId: ada.id, nonce: "n", hash: "h" });
  const other = await createIdentity(db);
  await db.insert(follows).values([
    { followerId: ada.id, followedId: other.id, uri: "http://localhost:3000/follows/1" },
    { followerId: other.id, followedId: ada.id, uri: "http://localhost:3000/follows/2" },
  ]);
  const own = await createEvent(db, { organizerId: ada.id });
  const [shown, sent] = await db
    .insert(media)
    .values(["b", "c"].map((letter) => ({ name: letter.repeat(20), kind: "picture" as const })))
    .returning();
  await db.insert(eventPictures).values({ eventId: own.id, mediaId: shown!.id });
  await db
    .insert(pictureUploads)
    .values({ mediaId: sent!.id, eventId: crypto.randomUUID(), uploaderId: ada.id });
  const going = await createParticipation(db, own, { status: "approved" });
  const waiting = await createParticipation(db, own);
  await createParticipation(db, own, { status: "rejected" });
  const held = await createEvent(db, { organizerId: ada.id, ...past });
  await createParticipation(db, held, { status: "approved" });
  const draft = await createEvent(db, { organizerId: ada.id, publishedAt: null });
  const full = await createEvent(db, { capacity: 1 });
  const place = await createParticipation(db, full, {
    actorId: ada.id,
    status: "approved",
    message: "I come",
  });
  const { id: questionId } = await createQuestion(db, full);
  await db.insert(participationAnswers).values({ participationId: place.id, questionId, value: ["Soup"] });
  const over = await createEvent(db, past);
  await createParticipation(db, over, { actorId: ada.id, status: "approved" });
  return { ada, own, going, waiting, held, draft, full, place };
}

async function factsOf(db: Database, actorId: string) {
  const rows = await db.select().from(journal).where(eq(journal.actorId, actorId)).orderBy(journal.id);
  return rows.map(({ kind, payload }) => [kind, payload.eventId ?? payload.actorId]);
}

describe("eraseIdentity", () => {
  test("leaves nothing but handle and address", async ({ db }) => {
    const { ada } = await settle(db);
    await eraseIdentity(system(db), ada.id);

    expect(await db.select().from(actors).where(eq(actors.id, ada.id))).toMatchObject([
      {
        handle: ada.handle,
        uri: ada.uri,
        name: "",
        summary: "",
        summaryHtml: "",
        avatarId: null,
        deletedAt: now,
      },
    ]);
    for (const table of [actorFields, notificationSettings, feedTokens, follows, media]) {
      expect(await db.select().from(table)).toEqual([]);
    }
    expect(await db.select().from(events).where(eq(events.organizerId, ada.id))).toEqual([]);
    expect(await db.select().from(participations).where(eq(participations.actorId, ada.id))).toEqual([]);
    expect(await db.select().from(participationAnswers)).toEqual([]);
  });

  test("cancels what is to come, gives places back, and says of every public event that it is gone", async ({
    db,
  }) => {
    const { ada, own, held, full, place } = await settle(db);
    await eraseIdentity(system(db), ada.id);

    expect(await factsOf(db, ada.id)).toEqual([
      ["identity.deleted", ada.id],
      ["event.cancelled", own.id],
      ["event.deleted", own.id],
      ["event.deleted", held.id],
      ["participation.left", full.id],
      ["identity.erased", ada.id],
    ]);
    const gone = await db.select({ uri: tombstones.uri }).from(tombstones).orderBy(tombstones.uri);
    expect(gone.map(({ uri }) => uri)).toEqual([own.uri, held.uri].sort());
    expect(await db.select().from(participations).where(eq(participations.id, place.id))).toEqual([]);
  });

  test("takes its words away, keeps a place above answers, and forgets who named it", async ({ db }) => {
    const { ada, full } = await settle(db);
    const root = await createComment(db, full, { authorId: ada.id });
    await createComment(db, full, { authorId: ada.id });
    const answer = await createComment(db, full, { threadId: root.id, inReplyToId: root.id });
    await db.insert(commentMentions).values({ commentId: answer.id, actorId: ada.id });
    await eraseIdentity(system(db), ada.id);

    const left = await db.select().from(comments).orderBy(comments.deletedAt);
    expect(left.map(({ id, source }) => [id, source])).toEqual([
      [root.id, ""],
      [answer.id, answer.source],
    ]);
    expect(await db.select().from(commentMentions)).toEqual([]);
    const gone = await db.select({ uri: tombstones.uri }).from(tombstones);
    expect(gone.map(({ uri }) => uri)).toContain(root.uri);
  });

  test("tells those who come or wait, in the transaction in which the event goes", async ({ db }) => {
    const { ada, going, waiting } = await settle(db);
    await eraseIdentity(system(db), ada.id);

    const mails = await waitingMails(db);
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Repair café – cancelled",
      "Repair café – cancelled",
    ]);
    const keys = await db.execute<{ key: string }>(sql`select key from mails order by key`);
    const told = keys.map(({ key }) => key.replace(/^event\.cancelled:\d+:/, ""));
    expect(told.sort()).toEqual([going.id, waiting.id].sort());
    expect(mails[0]?.text).toContain("Ada Marchand has cancelled");
    expect(mails[0]?.text).toContain("Find other events");
  });

  test("tells of what was cancelled by hand just before, though its own reader finds nothing any more", async ({
    db,
  }) => {
    const { ada, own } = await settle(db);
    await cancelEvent(actingAs(db, ada.id), own.id);
    const [row] = await db.select().from(journal).where(eq(journal.kind, "event.cancelled"));

    await eraseIdentity(system(db), ada.id);
    const fact = await findFact({ db }, row!.id);
    if (fact?.kind === "event.cancelled") await announceCancellation(system(db), fact);

    expect(await waitingMails(db)).toHaveLength(2);
  });

  test("writes no mail again that the reader of the cancellation has written", async ({ db }) => {
    const { ada, own } = await settle(db);
    await cancelEvent(actingAs(db, ada.id), own.id);
    const [row] = await db.select().from(journal).where(eq(journal.kind, "event.cancelled"));
    const fact = await findFact({ db }, row!.id);
    if (fact?.kind === "event.cancelled") await announceCancellation(system(db), fact);

    await eraseIdentity(system(db), ada.id);

    expect(await waitingMails(db)).toHaveLength(2);
  });

  test("may be killed after any step, and ends the same", async ({ db }) => {
    const { ada, own, held, full } = await settle(db);
    let steps = 0;
    while (!(await isDone(db, steps, ada.id))) steps++;

    expect(steps).toBeGreaterThan(4);
    await eraseIdentity(system(db), ada.id);
    expect(await factsOf(db, ada.id)).toEqual([
      ["identity.deleted", ada.id],
      ["event.cancelled", own.id],
      ["event.deleted", own.id],
      ["event.deleted", held.id],
      ["participation.left", full.id],
      ["identity.erased", ada.id],
    ]);
    expect(await waitingMails(db)).toHaveLength(2);
    expect(await db.select().from(actors).where(eq(actors.id, ada.id))).toMatchObject([{ name: "" }]);
  });

  test("never touches an identity that belongs to somebody, nor one of another server", async ({ db }) => {
    const owned = await createIdentity(db, { name: "Grace" });
    await createEvent(db, { organizerId: owned.id });
    const remote = await createOrphan(db, { domain: "mastodon.example" });

    for (const { id } of [owned, remote]) await eraseIdentity(system(db), id);

    expect(await db.select().from(actors).where(eq(actors.id, owned.id))).toEqual([owned]);
    expect(await db.select().from(actors).where(eq(actors.id, remote.id))).toEqual([remote]);
    expect(await db.select().from(journal)).toEqual([]);
  });
});

/** Runs the job in a process that dies at the end of the step after so many; whether it came to its own end. */
async function isDone(db: Database, steps: number, actorId: string): Promise<boolean> {
  let left = steps;
  const dying = Object.create(db, {
    transaction: {
      value: (work: (tx: Database) => Promise<unknown>) =>
        db.transaction(async (tx) => {
          const result = await work(tx);
          if (left-- === 0) throw new Error("killed");
          return result;
        }),
    },
  }) as Database;
  return eraseIdentity({ ...system(db), db: dying }, actorId).then(
    () => true,
    () => false,
  );
}
