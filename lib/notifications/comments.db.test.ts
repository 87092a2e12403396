import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import {
  actingAs,
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addComment } from "@/lib/comments/add";
import { createHost } from "@/lib/events/hosts/testing/hosting";
import { announceAnnouncement } from "./announce-announcement";
import { announceAnswer, announceMention } from "./announce-answer";
import { announceComment } from "./announce-comment";
import { keepChoices } from "./choose";
import { recorded, waitingMails, worker } from "./testing/facts";

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** An event of Ada, with Grace who talks; both have a face that nobody may hear of. */
async function scene(db: Database, values = {}) {
  const [adas, graces] = [await createAccount(db), await createAccount(db, { email: "private@example.org" })];
  const ada = await createIdentity(db, { name: "Ada Marchand", handle: "ada", account: adas });
  const grace = await createIdentity(db, { name: "Grace Hopper", handle: "grace", account: graces });
  await createIdentity(db, { name: "Secret Face", handle: "secret", account: graces });
  const event = await createEvent(db, { organizerId: ada.id, ...values });
  /** Says something so many minutes after "now", and gives the fact. */
  const say = async (at: number, text: string, by = grace.id, inReplyToId?: string) => {
    const ctx = { ...actingAs(db, by), now: minutes(at) };
    const { id, status } = await addComment(ctx, { eventId: event.id, text, inReplyToId });
    const kind = status === "visible" ? ("comment.added" as const) : ("comment.submitted" as const);
    return { ...recorded({ kind, eventId: event.id, commentId: id }, 42 + at), at: minutes(at) };
  };
  return { ada, grace, event, say };
}

const at = (db: Database, minute: number) => ({ ...worker(db), now: minutes(minute) });
const added = (fact: Awaited<ReturnType<Awaited<ReturnType<typeof scene>>["say"]>>) => ({
  ...fact,
  kind: "comment.added" as const,
});
const subjects = async (db: Database) => (await waitingMails(db)).map(({ subject }) => subject);

describe("announceComment", () => {
  test("tells hosts at once, and gathers what comes after it until the next hour", async ({ db }) => {
    const { say } = await scene(db);
    await announceComment(at(db, 0), await say(0, "Is there **cake**?"));
    for (const minute of [5, 10]) await announceComment(at(db, minute), await say(minute, `More ${minute}`));
    expect(await subjects(db)).toEqual(["Repair café – Grace Hopper commented"]);
    const [mail] = await waitingMails(db);
    expect(mail?.text).toContain("> Is there cake?");
    expect(JSON.stringify(mail)).not.toMatch(/private@|secret/i);

    const last = await say(20, "And tea?");
    await announceComment(at(db, 20), last);
    await announceComment(at(db, 60), last);
    await announceComment(at(db, 60), last);
    expect(await subjects(db)).toEqual([
      "Repair café – Grace Hopper commented",
      "Repair café – 3 new comments",
    ]);
  });

  test("waits in one job for the next hour", async ({ db }) => {
    const { say } = await scene(db);
    for (const minute of [0, 1, 2]) await announceComment(at(db, minute), await say(minute, `No. ${minute}`));
    const jobs = await db.execute(sql`
      select run_at from graphile_worker.jobs where key like 'tell:announceComment:%'`);
    expect(jobs).toHaveLength(1);
  });

  test("loses nothing when the next hour begins with somebody else's words", async ({ db }) => {
    const { say } = await scene(db);
    await announceComment(at(db, 0), await say(0, "One"));
    const left = await say(10, "Two");
    await announceComment(at(db, 10), left);
    await announceComment(at(db, 60), await say(60, "Three"));
    await announceComment(at(db, 60), left);
    expect(await subjects(db)).toEqual([
      "Repair café – Grace Hopper commented",
      "Repair café – 2 new comments",
    ]);
  });

  test("says how many wait, tells those who host along, and nobody of their own words", async ({ db }) => {
    const { say, ada, event } = await scene(db, { commentsPolicy: "moderated" });
    const cohost = await createIdentity(db);
    await db
      .update(events)
      .set({ hostIds: [cohost.id] })
      .where(eq(events.id, event.id));
    await announceComment(at(db, 0), await say(0, "May I come?"));
    const mails = await waitingMails(db);
    expect(mails).toHaveLength(2);
    for (const mail of mails) expect(mail.text).toContain("One comment waits until you show it.");
    await announceComment(at(db, 61), await say(61, "Of course.", ada.id));
    expect(await waitingMails(db)).toHaveLength(3);
  });

  test("is silent about what is gone, and where nobody wants to hear of it", async ({ db }) => {
    const { say, ada } = await scene(db);
    const fact = await say(0, "Oops");
    await db.update(comments).set({ deletedAt: now });
    await announceComment(at(db, 0), fact);
    await keepChoices(worker(db), [{ actorId: ada.id, kind: "comments", byMail: false }]);
    await announceComment(at(db, 1), await say(1, "Hello"));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("announceAnswer", () => {
  test("tells whom a comment answers and whom it names, each once", async ({ db }) => {
    const { event, grace, say } = await scene(db);
    const asker = await createIdentity(db, { handle: "asker" });
    await createIdentity(db, { handle: "baker" });
    const question = await createComment(db, event, { authorId: asker.id });
    const fact = added(await say(0, "@baker and @asker know. @grace too.", grace.id, question.id));
    await announceAnswer(worker(db), fact);
    await announceAnswer(worker(db), fact);
    expect((await subjects(db)).sort()).toEqual([
      "Repair café – Grace Hopper answered you",
      "Repair café – Grace Hopper mentioned you",
    ]);
    const [mail] = await waitingMails(db);
    expect(mail?.text).toContain(
      `/events/${event.slug}?comments=${fact.commentId}#comment-${fact.commentId}`,
    );
  });

  test("tells nobody of an event or to an identity that they may not know of", async ({ db }) => {
    const { event, say } = await scene(db);
    await createIdentity(db, { handle: "shy", visibility: "participants" });
    const stranger = await createIdentity(db, { handle: "stranger" });
    await announceAnswer(worker(db), added(await say(0, "@shy")));
    await db.update(events).set({ visibility: "unlisted" }).where(eq(events.id, event.id));
    await announceAnswer(worker(db), added(await say(1, "@stranger")));
    expect(await waitingMails(db)).toEqual([]);

    await createParticipation(db, event, { actorId: stranger.id, status: "approved" });
    await announceAnswer(worker(db), added(await say(2, "@stranger again")));
    expect(await subjects(db)).toEqual(["Repair café – Grace Hopper mentioned you"]);
  });

  test("leaves it to the gathered mail to tell hosts, unless they want none", async ({ db }) => {
    const { ada, say } = await scene(db);
    await announceAnswer(worker(db), added(await say(0, "@ada?")));
    expect(await waitingMails(db)).toEqual([]);
    await keepChoices(worker(db), [{ actorId: ada.id, kind: "comments", byMail: false }]);
    await announceAnswer(worker(db), added(await say(1, "@ada!")));
    expect(await subjects(db)).toEqual(["Repair café – Grace Hopper mentioned you"]);
  });

  test("is silent while it waits, and where they want to hear nothing", async ({ db }) => {
    const { say } = await scene(db, { commentsPolicy: "moderated" });
    const baker = await createIdentity(db, { handle: "baker" });
    const fact = added(await say(0, "@baker"));
    await announceAnswer(worker(db), fact);
    await db.update(comments).set({ status: "visible" });
    await keepChoices(worker(db), [{ actorId: baker.id, kind: "answersToComments", byMail: false }]);
    await announceAnswer(worker(db), fact);
    expect(await waitingMails(db)).toEqual([]);
  });

  test("tells those who are named only since a change", async ({ db }) => {
    const { event, grace } = await scene(db);
    const baker = await createIdentity(db, { handle: "baker" });
    const { id: commentId } = await createComment(db, event, { authorId: grace.id });
    const edited = { kind: "comment.edited" as const, eventId: event.id, commentId };
    await announceMention(worker(db), recorded({ ...edited, mentioned: [] }));
    await announceMention(worker(db), recorded({ ...edited, mentioned: [baker.id] }));
    await announceMention(worker(db), recorded({ ...edited, mentioned: [baker.id] }));
    expect(await subjects(db)).toEqual(["Repair café – Grace Hopper mentioned you"]);
  });
});

describe("announceAnnouncement", () => {
  test("tells all who come, once, and nobody of what is no announcement", async ({ db }) => {
    const { event, ada, grace, say } = await scene(db);
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await createParticipation(db, event, { status: "approved" });
    await createParticipation(db, event);
    await announceAnnouncement(worker(db), added(await say(0, "Hello", ada.id)));
    expect(await waitingMails(db)).toEqual([]);

    const announcing = { eventId: event.id, text: "Bring a **cup**.", announcement: true };
    const { id: commentId } = await addComment(actingAs(db, ada.id), announcing);
    const fact = recorded({ kind: "comment.added" as const, eventId: event.id, commentId });
    await announceAnnouncement(worker(db), fact);
    await announceAnnouncement(worker(db), fact);
    const mails = await waitingMails(db);
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array(2).fill("Repair café – an announcement by Ada Marchand"),
    );
    expect(mails[0]?.text).toContain("> Bring a cup.");
  });

  test("tells neither the host who says it, nor whoever does not want to hear of changes", async ({ db }) => {
    const { event, grace } = await scene(db);
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await createHost(db, event, { host: grace });
    const { actorId } = await createParticipation(db, event, { status: "approved" });
    await keepChoices(worker(db), [{ actorId: actorId!, kind: "changes", byMail: false }]);

    const announcing = { eventId: event.id, text: "Bring a cup.", announcement: true };
    const { id: commentId } = await addComment(actingAs(db, grace.id), announcing);
    const fact = recorded({ kind: "comment.added" as const, eventId: event.id, commentId });
    await announceAnnouncement(worker(db), fact);
    expect(await waitingMails(db)).toEqual([]);
  });
});
