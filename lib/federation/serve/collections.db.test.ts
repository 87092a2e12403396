import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { follows } from "@/db/schema/follows";
import {
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
import { findServed } from "./find-served";

async function documentAt(db: Database, path: string, page: number | null = null): Promise<Document | null> {
  const found = await findServed({ db, actor: { kind: "anonymous" }, now }, path, page);
  return found?.kind === "document" ? found.document : null;
}

const day = (number: number) => new Date(now.getTime() + number * 86_400_000);

describe("the collections of an identity", () => {
  test("tell what it announced to everybody, the newest first, in pages", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    for (let number = 1; number <= 21; number += 1)
      await createEvent(db, { organizerId: ada.id, title: `Event ${number}`, publishedAt: day(number - 30) });
    await createEvent(db, { organizerId: ada.id, visibility: "unlisted" });
    await createEvent(db, { organizerId: ada.id, publishedAt: null });
    await createRemoteEvent(db);
    const id = `${ada.uri}/outbox`;
    expect(await documentAt(db, "/@ada/outbox")).toEqual({
      type: "OrderedCollection",
      id,
      totalItems: 21,
      first: `${id}?page=1`,
    });
    const first = await documentAt(db, "/@ada/outbox", 1);
    expect(first).toMatchObject({ type: "OrderedCollectionPage", partOf: id, next: `${id}?page=2` });
    const items = first?.orderedItems as Document[];
    expect(items).toHaveLength(20);
    expect(items[0]).toMatchObject({
      type: "Create",
      actor: ada.uri,
      object: { type: "Event", name: "Event 21" },
    });
    const second = await documentAt(db, "/@ada/outbox", 2);
    expect(second).toMatchObject({ orderedItems: [{ object: { name: "Event 1" } }], prev: `${id}?page=1` });
    expect(second).not.toHaveProperty("next");
    expect(await documentAt(db, "/@ada/outbox", 3)).toBeNull();
  });

  test("tell what is to come or goes on, the next first", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    const own = { organizerId: ada.id };
    await createEvent(db, { ...own, title: "later", startsAt: day(9), endsAt: null });
    await createEvent(db, { ...own, title: "now", startsAt: day(-1), endsAt: day(1) });
    await createEvent(db, { ...own, title: "over", startsAt: day(-2), endsAt: day(-1) });
    await createEvent(db, { ...own, title: "over too", startsAt: day(-1), endsAt: null });
    await createEvent(db, { hostIds: [ada.id], title: "hosted", startsAt: day(2), endsAt: null });
    const page = await documentAt(db, "/@ada/upcomingEvents", 1);
    expect(page).toMatchObject({ orderedItems: [{ name: "now" }, { name: "hosted" }, { name: "later" }] });
    expect(await documentAt(db, "/@ada/upcomingEvents")).toMatchObject({ totalItems: 3 });
  });

  test("count followers and followed, and name none", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    const far = await createRemoteActor(db);
    const waits = await createIdentity(db);
    await db.insert(follows).values([
      { followerId: far.id, followedId: ada.id, uri: "https://far.example/follows/1" },
      { followerId: waits.id, followedId: ada.id, uri: "http://localhost:3000/f/1", status: "pending" },
    ]);
    const id = `${ada.uri}/followers`;
    expect(await documentAt(db, "/@ada/followers")).toEqual({ type: "OrderedCollection", id, totalItems: 1 });
    expect(await documentAt(db, "/@ada/followers", 1)).toBeNull();
    expect(await documentAt(db, "/@ada/following")).toMatchObject({ totalItems: 0 });
  });

  test("of the server are all that is on here, announced", async ({ db }) => {
    const limited = await createIdentity(db, { limitedAt: now });
    const event = await createEvent(db);
    await createEvent(db, { organizerId: limited.id });
    await createRemoteEvent(db);
    expect(await documentAt(db, "/relay/outbox", 1)).toMatchObject({
      orderedItems: [{ type: "Announce", actor: "http://localhost:3000/relay", object: { id: event.uri } }],
    });
    expect(await documentAt(db, "/relay/upcomingEvents", 1)).toMatchObject({
      orderedItems: [{ id: event.uri }],
    });
  });
});

describe("the collections of an event", () => {
  test("name who comes where everybody may see it, and only those whom others may know", async ({ db }) => {
    const event = await createEvent(db, { guestList: "everybody" });
    const [seen, shy, hidden] = await Promise.all([
      createIdentity(db),
      createIdentity(db, { visibility: "participants" }),
      createIdentity(db),
    ]);
    await createParticipation(db, event, { actorId: seen.id, status: "approved" });
    await createParticipation(db, event, { actorId: shy.id, status: "approved" });
    await createParticipation(db, event, { actorId: hidden.id, status: "approved", isHidden: true });
    await createParticipation(db, event, { status: "maybe" });
    await createParticipation(db, event, { email: "x@example.org", status: "approved", adults: 1 });
    const path = `/events/${event.slug}/attendees`;
    const id = `${event.uri}/attendees`;
    expect(await documentAt(db, path)).toEqual({
      type: "OrderedCollection",
      id,
      totalItems: 5,
      first: `${id}?page=1`,
    });
    expect(await documentAt(db, path, 1)).toMatchObject({ orderedItems: [seen.uri] });
  });

  test("name nobody where the hosts keep the names, and tell no number where they hide it", async ({
    db,
  }) => {
    const kept = await createEvent(db, { guestList: "participants" });
    const hidden = await createEvent(db, { guestList: "hidden" });
    for (const event of [kept, hidden]) await createParticipation(db, event, { status: "approved" });
    expect(await documentAt(db, `/events/${kept.slug}/attendees`)).toMatchObject({ totalItems: 1 });
    expect(await documentAt(db, `/events/${kept.slug}/attendees`, 1)).toBeNull();
    expect(await documentAt(db, `/events/${hidden.slug}/attendees`)).not.toHaveProperty("totalItems");
  });

  test("tell what was said, the oldest first: whole what is ours, by its id what is of others", async ({
    db,
  }) => {
    const event = await createEvent(db);
    const far = await createRemoteActor(db);
    const first = await createComment(db, event, { createdAt: day(-2) });
    const theirs = await createComment(db, event, {
      authorId: far.id,
      uri: "https://far.example/n/1",
      createdAt: day(-1),
    });
    await createComment(db, event, { deletedAt: now });
    const id = `${event.uri}/replies`;
    expect(await documentAt(db, `/events/${event.slug}/replies`)).toMatchObject({ id, totalItems: 2 });
    const page = await documentAt(db, `/events/${event.slug}/replies`, 1);
    expect(page?.orderedItems).toEqual([
      expect.objectContaining({ id: first.uri, type: "Note" }),
      theirs.uri,
    ]);
    expect(await documentAt(db, `/events/${event.slug}/replies`, 2)).toBeNull();
  });

  test("name those who announce it", async ({ db }) => {
    const event = await createEvent(db);
    expect(await documentAt(db, `/events/${event.slug}/organizers`)).toMatchObject({ totalItems: 1 });
    expect(await documentAt(db, `/events/${event.slug}/organizers`, 1)).toBeNull();
  });
});
