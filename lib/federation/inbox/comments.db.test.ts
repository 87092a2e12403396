import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { commentMentions, comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { tombstones } from "@/db/schema/tombstones";
import { createComment, createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { importActor as importAny } from "../import/actor";
import { hear } from "../testing/hear";
import { asked, emptyWeb, farActor, farNote, web } from "../testing/web";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

const importActor = (db: Database, uri: string) => importAny({ db, actor: { kind: "system" }, now }, uri);

type Note = ReturnType<typeof farNote>;
const create = (note: Note, values = {}) => ({
  type: "Create",
  actor: note.attributedTo,
  object: note,
  ...values,
});
const update = (note: Note) => ({ ...create(note), type: "Update" });
const remove = (note: Note, actor: unknown = note.attributedTo) => ({
  type: "Delete",
  actor,
  object: note.id,
});
const said = (db: Database) => db.select().from(comments).orderBy(comments.createdAt);

describe("Create of a Note", () => {
  test("is a comment under the event that it answers, made safe", async ({ db }) => {
    const ada = await createIdentity(db);
    const event = await createEvent(db, { organizerId: ada.id });
    const note = farNote("1", {
      inReplyTo: event.uri,
      content:
        '<p>Hi <a href="x" class="mention">@ada</a><script>x</script><img src="https://t.example/p.png"></p>',
      tag: [{ type: "Mention", href: ada.uri, name: "@ada" }],
    });
    expect(await hear(db, create(note))).toBe("handled");
    expect(await hear(db, create(note))).toBe("handled");
    const [comment, ...more] = await said(db);
    expect(more).toEqual([]);
    expect(comment).toMatchObject({
      ...{ uri: note.id, eventId: event.id, status: "visible", threadId: null, source: "Hi @ada" },
      createdAt: now,
    });
    expect(comment!.html).not.toMatch(/<(script|img)/);
    expect(await db.select().from(commentMentions)).toMatchObject([{ actorId: ada.id }]);
    expect(await db.select().from(journal)).toMatchObject([{ kind: "comment.added", origin: "remote" }]);
  });

  test("finds the event by the Notes that stand for it, and the thread by any of its comments", async ({
    db,
  }) => {
    const event = await createEvent(db, { slug: "abc123" });
    const own = await createComment(db, event);
    const to = (inReplyTo: unknown, slug: string) => hear(db, create(farNote(slug, { inReplyTo })));
    expect(await to("http://localhost:3000/events/abc123/note", "1")).toBe("handled");
    expect(await to("http://localhost:3000/events/abc123/note/n0nce", "2")).toBe("handled");
    expect(await to(own.uri, "3")).toBe("handled");
    expect(await to([`${farActor().id}/notes/3`], "4")).toBe("handled");
    expect(await to("http://localhost:3000/events/nothing", "5")).toBe("ignored: not_about_ours");
    expect(await to("http://localhost:3000/@abc123", "6")).toBe("ignored: not_about_ours");
    const threads = await db.select({ uri: comments.uri, threadId: comments.threadId }).from(comments);
    const threadOf = (slug: string) => threads.find(({ uri }) => uri.endsWith(`/notes/${slug}`))?.threadId;
    expect(["1", "2", "3", "4"].map(threadOf)).toEqual([null, null, own.id, own.id]);
  });

  test("is let go when it is private, a vote, or about something else", async ({ db }) => {
    const event = await createEvent(db);
    const inReplyTo = event.uri;
    const outcome = (values: object) =>
      hear(db, create(farNote("1", { inReplyTo, ...values }), { actor: farActor().id }));
    expect(await outcome({ to: [event.uri], cc: [] })).toBe("ignored: private");
    expect(await outcome({ content: undefined, name: "Yes" })).toBe("ignored: vote");
    expect(await outcome({ inReplyTo: null })).toBe("ignored: no_answer");
    expect(await outcome({ inReplyTo: "https://else.example/1" })).toBe("ignored: not_about_ours");
    expect(await outcome({ attributedTo: "https://else.example/u" })).toBe("unknown: comment_not_readable");
    expect(await outcome({ type: "Question" })).toBe("unknown: object_type");
    expect(await outcome({ content: "<p> </p>" })).toBe("refused: check_fields");
    expect(await said(db)).toEqual([]);
    expect(asked.filter((uri) => uri.startsWith("https://else."))).toEqual([]);
  });

  test("that names nobody is for whom its activity is, if its own server says that", async ({ db }) => {
    const event = await createEvent(db);
    const note = farNote("1", { inReplyTo: event.uri, to: undefined });
    const to = ["https://www.w3.org/ns/activitystreams#Public"];
    expect(await hear(db, create(note))).toBe("ignored: private");
    expect(await hear(db, create(note, { cc: to }))).toBe("handled");
    expect(await said(db)).toHaveLength(1);

    const { id: actor } = farActor("mallory", { host: "evil.example" });
    expect(await hear(db, { ...update(note), actor, to: [actor] })).toBe("handled");
    expect(await said(db)).toHaveLength(1);
  });

  test("keeps to the rules of the event: closed, looked at first", async ({ db }) => {
    const closed = await createEvent(db, { commentsPolicy: "closed" });
    const looked = await createEvent(db, { commentsPolicy: "moderated" });
    const under = (inReplyTo: string, slug: string) => hear(db, create(farNote(slug, { inReplyTo })));
    expect(await under(closed.uri, "1")).toBe("refused: comments_closed");
    expect(await under(looked.uri, "2")).toBe("handled");
    expect(await said(db)).toMatchObject([{ status: "waiting" }]);
  });

  test("brings what it answers, asked for one after the other, when ours are spoken to", async ({ db }) => {
    const event = await createRemoteEvent(db);
    const [ada, bob] = [farActor("ada", { host: "a.example" }), farActor("bob", { host: "b.example" })];
    const top = farNote("top", { by: ada, inReplyTo: event.uri });
    const middle = farNote("middle", { by: bob, inReplyTo: top.id });
    const note = farNote("1", { inReplyTo: middle.id, cc: ["http://localhost:3000/@somebody"] });
    expect(await hear(db, create(note))).toBe("handled");
    const thread = await said(db);
    expect(thread.map(({ uri }) => uri).sort()).toEqual([top.id, middle.id, note.id].sort());
    expect(new Set(thread.map(({ eventId }) => eventId))).toEqual(new Set([event.id]));
  });

  test("goes up ten steps and no further", async ({ db }) => {
    const event = await createEvent(db);
    let last = farNote("0", { inReplyTo: event.uri });
    for (let step = 1; step <= 14; step++) last = farNote(`${step}`, { inReplyTo: last.id, cc: [event.uri] });
    expect(await hear(db, create(last))).toBe("refused: nothing_answered");
    expect(await said(db)).toEqual([]);
    vi.spyOn(Date, "now").mockImplementation(slowly());
    const slow = farNote("slow", { inReplyTo: farNote("x", { inReplyTo: event.uri }).id, cc: [event.uri] });
    expect(await hear(db, create(slow))).toBe("refused: nothing_answered");
    vi.mocked(Date.now).mockRestore();
    const circle = farNote("circle", { cc: [event.uri] });
    web.set(circle.id, { ...circle, inReplyTo: circle.id });
    expect(await hear(db, create({ ...circle, inReplyTo: circle.id } as Note))).toBe(
      "refused: nothing_answered",
    );
  });

  test("is said to all who come when a host says it, and else like any other", async ({ db }) => {
    const [host, guest] = [farActor("host"), farActor("guest")];
    const event = await createRemoteEvent(db, { organizerId: (await importActor(db, host.id)).id });
    const announced = { inReplyTo: event.uri, isAnnouncement: true };
    for (const by of [host, guest]) await hear(db, create(farNote("1", { by, ...announced })));
    const said = await db.select({ uri: comments.uri, isOne: comments.isAnnouncement }).from(comments);
    expect(said.sort((a, b) => a.uri.localeCompare(b.uri)).map(({ isOne }) => isOne)).toEqual([false, true]);
  });

  test("by somebody else is asked for at its author's", async ({ db }) => {
    const event = await createEvent(db);
    const note = farNote("1", { inReplyTo: event.uri });
    const neighbour = farActor("neighbour");
    const forged = create({ ...note, content: "<p>Forged</p>" }, { actor: neighbour.id });
    expect(await hear(db, forged)).toBe("handled");
    expect((await said(db)).map(({ source }) => source)).toEqual(["See you there!"]);
  });
});

/** A clock that goes on a minute each time it is looked at. */
function slowly(): () => number {
  let time = Date.now();
  return () => {
    time += 60_000;
    return time;
  };
}

describe("Update and Delete of a Note", () => {
  test.for([
    ["its own words", {}],
    ["what brings it", { to: ["https://far.example/users/grace/followers"], cc: [] }],
  ] as const)("take it away when it is for a few only by now, as %s say", async ([, told], { db }) => {
    const event = await createEvent(db);
    const note = farNote("1", { inReplyTo: event.uri });
    await hear(db, create(note));
    const unnamed = { ...note, content: "<p>Anybody?</p>", to: undefined, updated: "2026-11-22T10:30:00Z" };
    expect(await hear(db, update(unnamed as never))).toBe("handled");
    expect((await said(db)).map(({ source }) => source)).toEqual(["Anybody?"]);

    const to = "to" in told ? undefined : [`${farActor().id}/followers`];
    const narrowed = { ...note, content: "<p>Between us</p>", to, updated: "2026-11-22T11:00:00Z" };
    expect(await hear(db, { ...update(narrowed as never), ...told })).toBe("handled");
    expect(await said(db)).toEqual([]);
    expect(await hear(db, create(note))).toBe("refused: comment_gone");
  });

  test("change words and take them away, for their author alone", async ({ db }) => {
    const event = await createEvent(db);
    const note = farNote("1", { inReplyTo: event.uri });
    await hear(db, create(note));
    const edited = { ...note, content: "<p>Sorry, no</p>", updated: "2026-11-22T11:00:00Z" };
    web.set(note.id, edited);
    expect(await hear(db, update(edited))).toBe("handled");
    expect(await hear(db, update({ ...note, updated: "2026-11-22T10:30:00Z" } as Note))).toBe("handled");
    const [comment] = await said(db);
    expect(comment).toMatchObject({ source: "Sorry, no", editedAt: new Date("2026-11-22T11:00:00Z") });

    const mallory = farActor("mallory", { host: "evil.example" });
    expect(await hear(db, { ...update({ ...edited, content: "x" }), actor: mallory.id })).toBe("handled");
    expect(await hear(db, remove(note, mallory.id))).toBe("refused: not_theirs");
    expect((await said(db))[0]!.source).toBe("Sorry, no");

    expect(await hear(db, remove(note))).toBe("handled");
    expect(await said(db)).toEqual([]);
    expect(await hear(db, remove(note))).toBe("ignored: not_known");
    expect(await hear(db, create(note))).toBe("refused: comment_gone");
    expect(await hear(db, update(note))).toBe("refused: comment_gone");
  });

  test("come before the Create: the new words count, and what is gone stays gone", async ({ db }) => {
    const event = await createEvent(db);
    const [first, second] = ["1", "2"].map((slug) => farNote(slug, { inReplyTo: event.uri })) as [Note, Note];
    expect(await hear(db, update({ ...first, content: "<p>New</p>" }))).toBe("handled");
    expect(await hear(db, create(first))).toBe("handled");
    expect(await hear(db, remove(second))).toBe("ignored: not_known");
    const forgetAt = new Date(now.getTime() + 30 * 86_400_000);
    expect(await db.select().from(tombstones)).toMatchObject([{ uri: second.id, forgetAt }]);
    expect(await hear(db, create(second))).toBe("refused: comment_gone");
    expect((await said(db)).map(({ source }) => source)).toEqual(["New"]);
  });
});

test("what counts nowhere or changes nothing here is taken in all the same", async ({ db }) => {
  const event = await createEvent(db);
  const by = (type: string, object: unknown = event.uri) => hear(db, { type, actor: farActor().id, object });
  for (const type of ["Like", "Dislike", "EmojiReact"])
    expect(await by(type)).toBe("ignored: counted_nowhere");
  for (const type of ["Add", "Remove", "Read", "View"]) expect(await by(type)).toBe("ignored: nothing_to_do");
  expect(await by("Move")).toBe("unknown: actor_moved");
  expect(await by("Undo", { type: "Like", actor: farActor().id, object: event.uri })).toBe("handled");
  expect(await by("Undo", { type: "Like", actor: "https://else.example/u" })).toBe("refused: not_theirs");
  expect(await by("Undo", "https://far.example/unheard")).toBe("unknown: undone_not_known");
  for (const type of ["Arrive", "constructor", "__proto__"]) expect(await by(type)).toBe("unknown: type");
  const [after] = await db.select().from(events).where(eq(events.id, event.id));
  expect(after).toEqual(event);
});
