import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { sentActivities } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import { commentMentions } from "@/db/schema/comments";
import { eventContacts } from "@/db/schema/event-hosts";
import { events, eventTags } from "@/db/schema/events";
import { remoteEvents } from "@/db/schema/remote-events";
import { tombstones } from "@/db/schema/tombstones";
import {
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Document } from "../activity";
import { signingKeyOf } from "../keys";
import { activityUri, serverUri } from "../uris";
import { findServed } from "./find-served";

const anonymous = { kind: "anonymous" as const };

function ask(db: Database, path: string, page: number | null = null, at = now) {
  return findServed({ db, actor: anonymous, now: at }, path, page);
}

async function documentAt(db: Database, path: string, page: number | null = null): Promise<Document> {
  const found = await ask(db, path, page);
  if (found?.kind !== "document") throw new Error(`${path}: ${found?.kind ?? "nothing"}`);
  return found.document;
}

describe("an identity", () => {
  test("is served with a key that is made once", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada", name: "Ada" });
    const first = await documentAt(db, "/@ada");
    expect(first).toMatchObject({ type: "Person", id: ada.uri, preferredUsername: "ada", name: "Ada" });
    expect(await documentAt(db, "/@ada")).toEqual(first);
    expect(await db.$count(actorKeys, eq(actorKeys.actorId, ada.id))).toBe(1);
  });

  test("for participants alone exists for others once it has acted there, with its face", async ({ db }) => {
    const values = { visibility: "participants" as const, summaryHtml: "<p>secret</p>" };
    const ada = await createIdentity(db, { handle: "ada", ...values });
    expect(await ask(db, "/@ada")).toBeNull();
    expect(await db.$count(actorKeys)).toBe(0);
    await signingKeyOf({ db, now }, ada);
    const document = await documentAt(db, "/@ada");
    expect(document).toMatchObject({ id: ada.uri, manuallyApprovesFollowers: true, discoverable: false });
    expect(JSON.stringify(document)).not.toContain("secret");
    await createEvent(db, { organizerId: ada.id });
    expect(await documentAt(db, "/@ada/outbox")).toMatchObject({ totalItems: 0 });
    expect(await documentAt(db, "/@ada/followers")).not.toHaveProperty("totalItems");
  });

  test("for participants alone is found by who finds what it announced", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada", visibility: "participants" });
    await createEvent(db, { organizerId: ada.id, publishedAt: null });
    expect(await ask(db, "/@ada")).toBeNull();
    await createEvent(db, { organizerId: ada.id });
    expect(await documentAt(db, "/@ada")).toMatchObject({ id: ada.uri });
  });

  test("is not there before its address is confirmed, and gone for good after it was deleted", async ({
    db,
  }) => {
    await createIdentity(db, { handle: "ada", account: await createAccount(db, { confirmedAt: null }) });
    expect(await ask(db, "/@ada")).toBeNull();
    const grace = await createIdentity(db, { handle: "grace" });
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, grace.id));
    expect(await ask(db, "/@grace")).toMatchObject({
      kind: "gone",
      document: { type: "Tombstone", id: grace.uri, formerType: "Person" },
    });
  });

  test("that moderators took out of sight is not there, and may come back", async ({ db }) => {
    await createIdentity(db, { handle: "ada", deletedAt: now, suspendedAt: now });
    expect(await ask(db, "/@ada")).toBeNull();
  });

  test("of another server is led to", async ({ db }) => {
    const grace = await createRemoteActor(db, { handle: "grace" });
    expect(await ask(db, "/@grace@far.example")).toEqual({ kind: "elsewhere", uri: grace.uri });
    expect(await ask(db, "/@linus@far.example")).toBeNull();
  });

  test("nobody is called relay but the server itself", async ({ db }) => {
    expect(await documentAt(db, "/relay")).toMatchObject({ type: "Application", id: serverUri() });
    expect(await ask(db, "/@relay")).toBeNull();
  });
});

describe("an event", () => {
  test("is served in one piece: places, tags, hosts, whom to ask", async ({ db }) => {
    const [ada, grace, shy] = await Promise.all([
      createIdentity(db),
      createIdentity(db),
      createIdentity(db, { visibility: "participants" }),
    ]);
    const event = await createEvent(db, { organizerId: ada.id, hostIds: [grace.id], capacity: 5 });
    await db.insert(eventTags).values([
      { eventId: event.id, tag: "bikes", position: 1 },
      { eventId: event.id, tag: "tea", position: 0 },
    ]);
    await db.insert(eventContacts).values([ada, shy].map(({ id }) => ({ eventId: event.id, actorId: id })));
    await createParticipation(db, event, { status: "approved", adults: 1 });
    await createParticipation(db, event, { status: "offered" });
    expect(await documentAt(db, `/events/${event.slug}`)).toMatchObject({
      id: event.uri,
      actor: ada.uri,
      organizers: { orderedItems: [ada.uri, grace.uri] },
      contacts: [ada.uri],
      participantCount: 2,
      remainingAttendeeCapacity: 2,
      tag: [{ name: "#tea" }, { name: "#bikes" }],
      cc: [`${ada.uri}/followers`, `${grace.uri}/followers`],
    });
  });

  test("is not there as a draft, nor while its deletion can be taken back, and then gone for good", async ({
    db,
  }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const deleted = await createEvent(db, { deletedAt: now });
    expect(await ask(db, `/events/${draft.slug}`)).toBeNull();
    expect(await ask(db, `/events/${deleted.slug}`)).toBeNull();
    expect(await ask(db, `/events/${deleted.slug}/note`)).toBeNull();
    await db.delete(events).where(eq(events.id, deleted.id));
    await db.insert(tombstones).values({ uri: deleted.uri, deletedAt: now });
    expect(await ask(db, `/events/${deleted.slug}`)).toMatchObject({
      kind: "gone",
      document: { type: "Tombstone", id: deleted.uri, formerType: "Event" },
    });
    expect(await ask(db, `/events/${deleted.slug}/note`)).toMatchObject({
      kind: "gone",
      document: { id: `${deleted.uri}/note`, formerType: "Note" },
    });
  });

  test("of another server is led to", async ({ db }) => {
    const event = await createRemoteEvent(db);
    expect(await ask(db, `/events/${event.slug}`)).toEqual({ kind: "elsewhere", uri: event.uri });
    expect(await ask(db, `/events/${event.slug}/attendees`)).toBeNull();
  });

  test("has a Note beside it, and the Notes that told of changes as long as they are kept", async ({
    db,
  }) => {
    const event = await createEvent(db);
    expect(await documentAt(db, `/events/${event.slug}/note`)).toMatchObject({
      id: `${event.uri}/note`,
      type: "Note",
    });
    const id = `${event.uri}/note/x7`;
    expect(await ask(db, `/events/${event.slug}/note/x7`)).toBeNull();
    const uri = activityUri(id, "create");
    const body = JSON.stringify({ id: uri, type: "Create", object: { type: "Note", id, content: "moved" } });
    await db.insert(sentActivities).values({ uri, actorId: event.organizerId, body });
    expect(await documentAt(db, `/events/${event.slug}/note/x7`)).toEqual({
      type: "Note",
      id,
      content: "moved",
    });
  });
});

describe("a comment", () => {
  const pathOf = (event: { slug: string }, id: string) => `/events/${event.slug}/comments/${id}`;

  test("is served with whom it names, if everybody can read it", async ({ db }) => {
    const event = await createEvent(db);
    const [ada, shy] = await Promise.all([
      createIdentity(db),
      createIdentity(db, { visibility: "participants" }),
    ]);
    const comment = await createComment(db, event);
    await db
      .insert(commentMentions)
      .values([ada, shy].map(({ id }) => ({ commentId: comment.id, actorId: id })));
    const answer = await createComment(db, event, { inReplyToId: comment.id, threadId: comment.id });
    const waiting = await createComment(db, event, { status: "waiting" });
    expect(await documentAt(db, pathOf(event, comment.id))).toMatchObject({
      id: comment.uri,
      inReplyTo: event.uri,
      tag: [{ type: "Mention", href: ada.uri }],
    });
    expect(await documentAt(db, pathOf(event, answer.id))).toMatchObject({ inReplyTo: comment.uri });
    expect(await ask(db, pathOf(event, waiting.id))).toBeNull();
    expect(await ask(db, pathOf(await createEvent(db), comment.id))).toBeNull();
    expect(await ask(db, pathOf(event, "-".repeat(36)))).toBeNull();
  });

  test("of somebody whom others may not know is not told by itself", async ({ db }) => {
    const event = await createEvent(db);
    const shy = await createIdentity(db, { visibility: "participants" });
    const comment = await createComment(db, event, { authorId: shy.id });
    expect(await ask(db, pathOf(event, comment.id))).toBeNull();
    expect(await documentAt(db, `/events/${event.slug}/replies`, 1)).toMatchObject({ orderedItems: [] });
  });

  test("under an event elsewhere is not shown to everybody once that is for a few", async ({ db }) => {
    const ada = await createIdentity(db);
    const far = await createRemoteActor(db);
    const event = await createRemoteEvent(db, { organizerId: far.id, domain: far.domain });
    const comment = await createComment(db, event, { authorId: ada.id });
    expect(await documentAt(db, pathOf(event, comment.id))).toMatchObject({ id: comment.uri });
    await db.update(remoteEvents).set({ isForFew: true }).where(eq(remoteEvents.eventId, event.id));
    expect(await ask(db, pathOf(event, comment.id))).toBeNull();
  });

  test("of another server is led to", async ({ db }) => {
    const event = await createEvent(db);
    const far = await createRemoteActor(db);
    const comment = await createComment(db, event, { authorId: far.id, uri: "https://far.example/notes/1" });
    expect(await ask(db, pathOf(event, comment.id))).toEqual({ kind: "elsewhere", uri: comment.uri });
  });
});
