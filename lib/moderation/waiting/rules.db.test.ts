import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import {
  actingAs,
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addComment } from "@/lib/comments/add";
import { editComment } from "@/lib/comments/edit";
import { followActor } from "@/lib/events/follow";
import { publishEvent } from "@/lib/events/publish";
import { saveEvent } from "@/lib/events/save";
import { typed } from "@/lib/events/testing/typed";
import { createIdentity as giveIdentity } from "@/lib/identities/create";
import { updateIdentity } from "@/lib/identities/update";
import type { SafetySettings } from "@/lib/instance/safety-settings";

const rule = (outcome: "report" | "hold" | "refuse", scope = "all" as const) => [
  { id: outcome, pattern: "casino*", scope, outcome },
];

async function ruled(db: Database, settings: Partial<SafetySettings>): Promise<void> {
  await db.insert(instanceSettings).values({ data: settings });
}

const noticed = async (db: Database) =>
  (await db.select().from(journal).where(eq(journal.kind, "conduct.noticed")).orderBy(asc(journal.id))).map(
    ({ payload }) => payload,
  );

const kinds = async (db: Database) =>
  (await db.select().from(journal).orderBy(asc(journal.id))).map(({ kind }) => kind);

async function someone(db: Database) {
  return actingAs(db, (await createIdentity(db)).id);
}

const refused = { fieldErrors: { text: ["words_not_allowed"] } };

describe("a comment", () => {
  test("with words that are not allowed is refused, also when they come later, and a host's too", async ({
    db,
  }) => {
    await ruled(db, { wordRules: rule("refuse") });
    const event = await createEvent(db);
    const eventId = event.id;
    const guest = await someone(db);
    await expect(addComment(guest, { eventId, text: "A C A S I N O!" })).rejects.toMatchObject(refused);
    const host = actingAs(db, event.organizerId);
    await expect(addComment(host, { eventId, text: "casinos" })).rejects.toMatchObject(refused);
    const comment = await addComment(guest, { eventId, text: "Hello" });
    const edit = editComment(guest, { commentId: comment.id, text: "Càsino" });
    await expect(edit).rejects.toMatchObject(refused);
    expect(await kinds(db)).toEqual(["comment.added"]);
  });

  test("waits for moderators where a rule holds it, told to nobody; a host's is reported instead", async ({
    db,
  }) => {
    await ruled(db, { wordRules: rule("hold") });
    const event = await createEvent(db);
    const guest = await someone(db);
    const held = await addComment(guest, { eventId: event.id, text: "A casino" });
    expect(held).toMatchObject({ status: "waiting", heldAt: now });
    expect(await kinds(db)).toEqual(["comment.held"]);
    const again = await editComment(guest, { commentId: held.id, text: "A theatre" });
    expect(again).toMatchObject({ status: "waiting", heldAt: now });

    const hosts = await addComment(actingAs(db, event.organizerId), { eventId: event.id, text: "Casino!" });
    expect(hosts).toMatchObject({ status: "visible", heldAt: null });
    expect(await noticed(db)).toMatchObject([{ thing: "comment", thingId: hosts.id, why: "words" }]);
  });

  test("that is public waits once it is changed into what a rule holds", async ({ db }) => {
    await ruled(db, { wordRules: rule("hold") });
    const { id: eventId } = await createEvent(db);
    const guest = await someone(db);
    const { id: commentId } = await addComment(guest, { eventId, text: "Hello" });
    const edited = await editComment(guest, { commentId, text: "Casino" });
    expect(edited).toMatchObject({ status: "waiting", heldAt: now });
  });

  test("is public and reported where a rule only reports", async ({ db }) => {
    await ruled(db, { wordRules: rule("report") });
    const { id: eventId } = await createEvent(db);
    const comment = await addComment(await someone(db), { eventId, text: "Casino" });
    expect(comment.status).toBe("visible");
    expect(await noticed(db)).toMatchObject([{ thingId: comment.id, ruleId: "report" }]);
  });

  test("waits for whom the server says, here; hosts never wait", async ({ db }) => {
    await ruled(db, { commentApproval: "moderators" });
    const event = await createEvent(db);
    const comment = await addComment(await someone(db), { eventId: event.id, text: "Hello" });
    expect(comment).toMatchObject({ status: "waiting", heldAt: now });
    const hosts = await addComment(actingAs(db, event.organizerId), { eventId: event.id, text: "Hello" });
    expect(hosts.status).toBe("visible");
  });

  test("comes slowly where it must, but the same click counts once", async ({ db }) => {
    await ruled(db, { slowModeSeconds: 60 });
    const { id: eventId } = await createEvent(db);
    const guest = await someone(db);
    const first = await addComment(guest, { eventId, text: "Hello" });
    expect(await addComment(guest, { eventId, text: "Hello" })).toMatchObject({ id: first.id });
    const second = { eventId, text: "And more" };
    await expect(addComment(guest, second)).rejects.toMatchObject({ reason: "comment_too_soon" });
    const minuteLater = { ...guest, now: new Date(now.getTime() + 60_000) };
    expect(await addComment(minuteLater, second)).toMatchObject({ status: "visible" });
    const other = await createEvent(db);
    expect(await addComment(guest, { ...second, eventId: other.id })).toMatchObject({ status: "visible" });
  });
});

describe("first posts", () => {
  test("wait until as many were let through, counted by identity, of young accounts alone", async ({
    db,
  }) => {
    await ruled(db, { firstPosts: 1, firstPostsDays: 30 });
    const event = await createEvent(db);
    const account = await createAccount(db, { createdAt: now });
    const [one, other] = [await createIdentity(db, { account }), await createIdentity(db, { account })];
    const say = (authorId: string, text: string) =>
      addComment(actingAs(db, authorId), { eventId: event.id, text });
    const first = await say(one.id, "Hello");
    expect(first).toMatchObject({ status: "waiting", heldAt: now });
    await db.update(comments).set({ status: "visible", heldAt: null }).where(eq(comments.id, first.id));
    expect(await say(one.id, "Hello again")).toMatchObject({ status: "visible" });
    expect(await say(other.id, "Hello from me")).toMatchObject({ status: "waiting" });

    const old = await createAccount(db, { createdAt: new Date(now.getTime() - 31 * 86_400_000) });
    const known = await createIdentity(db, { account: old });
    expect(await say(known.id, "Good day")).toMatchObject({ status: "visible" });
    const far = await createRemoteActor(db);
    expect(await say(far.id, "From far")).toMatchObject({ status: "visible" });
  });

  test("an event waits as a draft that its hosts alone see, and is not asked twice", async ({ db }) => {
    await ruled(db, { firstPosts: 1, firstPostsDays: 0 });
    const me = await someone(db);
    const eventId = crypto.randomUUID();
    const event = await saveEvent(me, { eventId, isNew: true, intent: "publish" }, typed());
    expect(event).toMatchObject({ publishedAt: null, heldAt: now });
    expect(await publishEvent(me, eventId)).toEqual(event);
    expect(await kinds(db)).toEqual(["event.held"]);
  });
});

describe("an event", () => {
  test("with words that are not allowed is not announced, and nothing of it is kept", async ({ db }) => {
    await ruled(db, { wordRules: rule("refuse") });
    const me = await someone(db);
    const saving = { eventId: crypto.randomUUID(), isNew: true, intent: "publish" } as const;
    await expect(saveEvent(me, saving, typed({ title: "Casino night" }))).rejects.toMatchObject({
      fieldErrors: { description: ["words_not_allowed"] },
    });
    expect(await db.select().from(events)).toEqual([]);
  });

  test("that is public cannot wait: what a rule holds is reported", async ({ db }) => {
    await ruled(db, { wordRules: rule("hold") });
    const event = await createEvent(db);
    const edit = { eventId: event.id, isNew: false, intent: "save" } as const;
    await saveEvent(actingAs(db, event.organizerId), edit, typed({ title: "Casino night" }));
    expect(await noticed(db)).toMatchObject([{ thing: "event", thingId: event.id, why: "words" }]);
  });
});

test("an identity does not get a name that is not allowed, and is reported for others", async ({ db }) => {
  await ruled(db, {
    wordRules: [...rule("refuse"), { id: "r", pattern: "shoes", scope: "identities", outcome: "report" }],
  });
  const { id: accountId } = await createAccount(db);
  const account = { db, now, actor: { kind: "account", accountId, role: "member" } } as const;
  const refusal = { fieldErrors: { name: ["words_not_allowed"] } };
  await expect(giveIdentity(account, { handle: "ada", name: "Ca-sino Casino" })).rejects.toMatchObject(
    refusal,
  );
  await expect(giveIdentity(account, { handle: "casino", name: "Ada" })).rejects.toMatchObject(refusal);
  const { id } = await giveIdentity(account, { handle: "ada", name: "Ada’s shoes" });
  expect(await noticed(db)).toMatchObject([{ thing: "identity", thingId: id, ruleId: "r" }]);
  const change = updateIdentity(actingAs(db, id), id, { name: "Ada", summary: "casinos" });
  await expect(change).rejects.toMatchObject({ fieldErrors: { summary: ["words_not_allowed"] } });
});

describe("too much at once", () => {
  const words = "Come and buy my wonderful things!";

  test("the same words under three events wait from the third on, and call for one look", async ({ db }) => {
    const far = actingAs(db, (await createRemoteActor(db)).id);
    const say = async (text: string) => addComment(far, { eventId: (await createEvent(db)).id, text });
    expect(await say(words)).toMatchObject({ status: "visible" });
    expect(await say(words.toUpperCase())).toMatchObject({ status: "visible" });
    expect(await say(words)).toMatchObject({ status: "waiting", heldAt: now });
    expect(await say("Something else entirely, this time.")).toMatchObject({ status: "visible" });
    const { actorId } = far.actor;
    expect(await noticed(db)).toMatchObject([{ actorId, thing: "identity", why: "same_words" }]);
  });

  test("what hosts say under their own events does not count", async ({ db }) => {
    const host = await someone(db);
    const own = { organizerId: host.actor.actorId };
    for (let times = 0; times < 4; times += 1) {
      const { id: eventId } = await createEvent(db, own);
      expect(await addComment(host, { eventId, text: words })).toMatchObject({ status: "visible" });
    }
    const { id: eventId } = await createEvent(db);
    expect(await addComment(host, { eventId, text: words })).toMatchObject({ status: "visible" });
  });

  test("many comments, events and follows are noticed", async ({ db }) => {
    await ruled(db, { burstComments: 2, burstEvents: 1, burstFollows: 1 });
    const me = await someone(db);
    const { actorId } = me.actor;
    const event = await createEvent(db);
    for (const source of ["One", "Two"]) await createComment(db, event, { authorId: actorId, source });
    const third = await addComment(me, { eventId: event.id, text: "Three" });
    expect(third).toMatchObject({ status: "waiting" });
    await createEvent(db, { organizerId: actorId });
    const draft = await createEvent(db, { organizerId: actorId, publishedAt: null });
    expect(await publishEvent(me, draft.id)).toMatchObject({ heldAt: now, publishedAt: null });
    for (let times = 0; times < 2; times += 1) await followActor(me, await createIdentity(db));
    const whys = (await noticed(db)).map(({ why }) => why);
    expect(whys).toEqual(["many_comments", "many_events", "many_follows"]);
  });
});
