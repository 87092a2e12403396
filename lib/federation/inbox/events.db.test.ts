import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events, eventTags } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import { mails } from "@/db/schema/mails";
import { pendingUpdates } from "@/db/schema/pending-updates";
import { places } from "@/db/schema/places";
import { remoteEvents } from "@/db/schema/remote-events";
import { tombstones } from "@/db/schema/tombstones";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { importActor } from "../import/actor";
import { getServerActor } from "../server-actor";
import { hear } from "../testing/hear";
import { asked, emptyWeb, farActor, farEvent, web } from "../testing/web";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

/** Somebody of ours follows the actor with this id. */
async function follow(db: Database, uri: string, followerId?: string) {
  const followed = await importActor({ db, actor: { kind: "system" }, now }, uri);
  const id = followerId ?? (await createIdentity(db)).id;
  await db.insert(follows).values({ followerId: id, followedId: followed.id, uri: `${uri}#f${id}` });
  return followed;
}

type Told = { attributedTo: unknown; [name: string]: unknown };
const create = (event: Told, values = {}) => ({
  ...{ type: "Create", actor: event.attributedTo, object: event },
  ...values,
});
const update = (event: Told, values = {}) => ({ ...create(event, values), type: "Update" });
const all = (db: Database) => db.select().from(events);

describe("Create of an event", () => {
  test("is kept when somebody here follows who announces it, as one that anybody announced", async ({
    db,
  }) => {
    const event = farEvent("one", {
      tag: [{ type: "Hashtag", name: "#Jazz" }],
      location: { type: "Place", name: "Barn" },
    });
    const organizer = await follow(db, event.attributedTo);
    expect(await hear(db, create(event))).toBe("handled");
    const [kept] = await all(db);
    expect(kept).toMatchObject({
      ...{ uri: event.id, domain: "far.example", organizerId: organizer.id, title: "Concert in the barn" },
      ...{
        zone: "Europe/Berlin",
        joinMode: "free",
        isOpenToMail: false,
        placeName: "Barn",
        publishedAt: now,
      },
    });
    expect(kept!.slug).toMatch(/^[a-z0-9]{14}$/);
    expect(await db.select().from(eventTags)).toMatchObject([{ tag: "jazz" }]);
    expect(await db.select().from(places)).toHaveLength(1);
    expect(await db.select().from(journal).orderBy(journal.id)).toMatchObject([
      { kind: "event.published", origin: "remote", actorId: organizer.id },
    ]);
    expect(asked).toEqual([event.attributedTo]);
    expect(await hear(db, create(event))).toBe("handled");
    expect(await all(db)).toHaveLength(1);
    expect(await kindsOf(db, kept!.id)).toEqual(["event.published"]);
  });

  test("is let go when nobody here asked for it", async ({ db }) => {
    const event = farEvent();
    expect(await hear(db, create(event))).toBe("ignored: not_wanted");
    const elsewhere = await importActor(
      { db, actor: { kind: "system" }, now },
      farActor("x", { host: "else.example" }).id,
    );
    await follow(db, event.attributedTo, elsewhere.id);
    expect(await hear(db, create(event))).toBe("ignored: not_wanted");
    expect(await all(db)).toEqual([]);
  });

  test("is kept from anybody of a server that this one follows", async ({ db }) => {
    const relay = farActor("relay", { type: "Application" });
    await follow(db, relay.id, (await getServerActor({ db })).id);
    expect(await hear(db, create(farEvent("one", { by: farActor("anybody") })))).toBe("handled");
    const elsewhere = farEvent("two", { by: farActor("x", { host: "else.example" }) });
    expect(await hear(db, create(elsewhere))).toBe("ignored: not_wanted");
  });

  test("is read at home when somebody else says it", async ({ db }) => {
    const event = farEvent("one", { name: "True" });
    const mallory = farActor("mallory", { host: "evil.example" });
    await follow(db, event.attributedTo);
    const forged = create({ ...event, name: "Forged" }, { actor: mallory.id });
    expect(await hear(db, forged)).toBe("refused: not_theirs");
    expect(asked).not.toContain(event.id);
    const neighbour = farActor("neighbour");
    expect(
      await hear(db, create({ ...event, name: "Forged" }, { actor: neighbour.id, type: "Update" })),
    ).toBe("handled");
    expect((await all(db)).map(({ title }) => title)).toEqual(["True"]);
    expect(await hear(db, forged)).toBe("handled");
    const claimed = create(farEvent("two", { by: mallory, id: event.id }), { actor: mallory.id });
    web.set(event.id, farEvent("one", { name: "True" }));
    expect(await hear(db, claimed)).toBe("handled");
    expect((await all(db)).map(({ title }) => title)).toEqual(["True"]);
  });

  test("is refused when it is not for all, not to be read, far away, or of a server whose name is ours", async ({
    db,
  }) => {
    const grace = farActor();
    await follow(db, grace.id);
    const outcome = (values: object) => hear(db, create({ ...farEvent("x"), ...values }));
    expect(await outcome({ to: [`${grace.id}/followers`], cc: [] })).toBe("refused: not_public");
    expect(await outcome({ startTime: "soon" })).toBe("refused: event_not_readable");
    expect(await outcome({ startTime: "2036-01-01T10:00:00Z", endTime: null })).toBe("refused: out_of_reach");
    expect(await outcome({ startTime: "2019-01-01T10:00:00Z", endTime: null })).toBe("refused: out_of_reach");
    expect(await outcome({ id: "http://localhost:3000/events/abc" })).toBe("refused: not_theirs");
    expect(await outcome({ id: 7 })).toBe("refused: object_not_readable");
    expect(await all(db)).toEqual([]);
  });

  test("comes later when its server is down just then", async ({ db }) => {
    const event = farEvent();
    await follow(db, event.attributedTo);
    web.set(event.id, new Error("unreachable"));
    await expect(hear(db, create(event, { object: event.id }))).rejects.toThrow("unreachable");
  });
});

describe("Update of an event", () => {
  test("tells those of ours who come what changed", async ({ db }) => {
    const { kept, event } = await knownEvent(db);
    await createParticipation(db, kept, { status: "approved" });
    const moved = {
      ...event,
      startTime: "2026-12-04T19:00:00+01:00",
      endTime: null,
      updated: "2026-11-22T10:00:00Z",
    };
    expect(await hear(db, update(moved))).toBe("handled");
    const [after] = await all(db);
    expect(after).toMatchObject({ startsAt: new Date("2026-12-04T18:00:00Z"), endsAt: null, sequence: 1 });
    expect(after!.previousStartsAt).toEqual(kept.startsAt);
    const facts = await db.select().from(journal).where(eq(journal.kind, "event.updated"));
    expect(facts.map(({ payload }) => (payload as { changed: string[] }).changed.sort())).toEqual([
      ["endsAt", "previousStartsAt", "startsAt"],
    ]);
    expect(await db.select().from(pendingUpdates)).toHaveLength(1);
  });

  test("changes nothing when it is older, the same, or somebody else's", async ({ db }) => {
    const { event } = await knownEvent(db);
    expect(await hear(db, update({ ...event, name: "Older", updated: "2026-11-01T10:00:00Z" }))).toBe(
      "handled",
    );
    expect(await hear(db, update(event))).toBe("handled");
    const stranger = farActor("mallory", { host: "evil.example" });
    expect(await hear(db, update({ ...event, name: "Stolen" }, { actor: stranger.id }))).toBe("handled");
    const [after] = await all(db);
    expect(after).toMatchObject({ title: event.name, sequence: 0 });
    expect(await kindsOf(db, after!.id)).toEqual(["event.published"]);
  });

  test("counts also when it tells no time, or one that is to come", async ({ db }) => {
    const { event } = await knownEvent(db);
    const title = async () => (await all(db))[0]!.title;
    await hear(db, update({ ...event, name: "Timeless", updated: undefined }));
    expect(await title()).toBe("Timeless");
    await hear(db, update({ ...event, name: "Ahead", updated: "2099-01-01T00:00:00Z" }));
    expect(await title()).toBe("Ahead");
    const tomorrow = new Date(now.getTime() + 86_400_000);
    await hear(db, update({ ...event, name: "Next", updated: tomorrow.toISOString() }), tomorrow);
    expect(await title()).toBe("Next");
    await hear(db, update({ ...event, name: "Late", updated: "2026-11-22T00:00:00Z" }), tomorrow);
    expect(await title()).toBe("Next");
  });

  test("calls off, and keeps the numbers of its server", async ({ db }) => {
    const { event, kept } = await knownEvent(db);
    await hear(db, update({ ...event, participantCount: 18, maximumAttendeeCapacity: 30 }));
    await hear(db, update({ ...event, status: "CANCELLED" }));
    expect((await all(db))[0]).toMatchObject({ status: "cancelled", capacity: null });
    const [remote] = await db.select().from(remoteEvents);
    expect(remote).toMatchObject({ capacity: null, participantCount: null });
    expect(await kindsOf(db, kept.id)).toEqual([
      "event.published",
      "event.updated",
      "event.cancelled",
      "event.updated",
    ]);
  });

  test("brings nothing back that moderators took out of sight", async ({ db }) => {
    const { event, kept } = await knownEvent(db);
    await db.update(events).set({ deletedAt: now, removal: "moderators" }).where(eq(events.id, kept.id));
    expect(await hear(db, update({ ...event, name: "Louder" }))).toBe("refused: event_gone");
    expect(await all(db)).toMatchObject([{ title: event.name, deletedAt: now }]);
    await db.update(actors).set({ deletedAt: now, suspendedAt: now }).where(eq(actors.id, kept.organizerId));
    expect(await hear(db, update(event))).toBe("refused: actor_gone");
    expect(await hear(db, create(farEvent("next")))).toBe("refused: actor_gone");
  });

  test("before the Create brings the event", async ({ db }) => {
    const event = farEvent();
    await follow(db, event.attributedTo);
    expect(await hear(db, update({ ...event, name: "Newer" }))).toBe("handled");
    expect(await hear(db, create({ ...event, updated: undefined, published: "2026-11-01T10:00:00Z" }))).toBe(
      "handled",
    );
    expect((await all(db)).map(({ title }) => title)).toEqual(["Newer"]);
  });
});

describe("Delete of an event", () => {
  const remove = (event: { id: string; attributedTo: unknown }, values = {}) => ({
    type: "Delete",
    actor: event.attributedTo,
    object: { type: "Tombstone", id: event.id },
    ...values,
  });

  test("tells those of ours who were to come, and leaves nothing but its address", async ({ db }) => {
    const { event, kept } = await knownEvent(db);
    await createParticipation(db, kept, { status: "approved" });
    expect(await hear(db, remove(event))).toBe("handled");
    expect(await all(db)).toEqual([]);
    expect(await db.select().from(tombstones)).toMatchObject([{ uri: event.id, forgetAt: null }]);
    expect(await db.select().from(mails)).toHaveLength(1);
    const facts = await db.select().from(journal).orderBy(journal.id);
    expect(facts.map(({ kind, origin }) => [kind, origin])).toEqual([
      ["event.published", "remote"],
      ["event.cancelled", "remote"],
      ["event.deleted", "remote"],
    ]);
    expect(await hear(db, remove(event))).toBe("ignored: not_known");
    expect(await hear(db, create(event))).toBe("refused: event_gone");
  });

  test("before the Create lets a late one do nothing", async ({ db }) => {
    const event = farEvent();
    await follow(db, event.attributedTo);
    expect(await hear(db, remove(event))).toBe("ignored: not_known");
    expect(await hear(db, create(event))).toBe("refused: event_gone");
  });

  test("is believed of others of its server only when it is gone there, and of nobody else", async ({
    db,
  }) => {
    const { event } = await knownEvent(db);
    const neighbour = { actor: farActor("neighbour").id };
    const stranger = { actor: farActor("mallory", { host: "evil.example" }).id };
    expect(await hear(db, remove(event, stranger))).toBe("refused: not_theirs");
    expect(await hear(db, remove(event, neighbour))).toBe("refused: not_theirs");
    web.set(event.id, { id: event.id, type: "Tombstone" });
    expect(await hear(db, remove(event, stranger))).toBe("refused: not_theirs");
    expect(await hear(db, remove(event, neighbour))).toBe("handled");
    expect(await all(db)).toEqual([]);
  });

  test("takes nothing of ours", async ({ db }) => {
    const own = await createEvent(db);
    const { id: actor } = farActor();
    expect(await hear(db, { type: "Delete", actor, object: own.uri })).toBe("refused: not_theirs");
    expect(await hear(db, update({ ...farEvent(), id: own.uri } as never))).toBe("refused: not_theirs");
    expect(await all(db)).toMatchObject([{ title: own.title, deletedAt: null }]);
  });
});

test("actors look different, and go with all that is theirs", async ({ db }) => {
  const { event, kept } = await knownEvent(db);
  const own = await createEvent(db);
  await createParticipation(db, own, { actorId: kept.organizerId, status: "approved" });
  const changed = farActor("grace", { name: "Rear Admiral" });
  web.clear();
  expect(await hear(db, { type: "Update", actor: changed.id, object: changed })).toBe("handled");
  const face = async () => (await db.select().from(actors).where(eq(actors.id, kept.organizerId)))[0]!;
  expect((await face()).name).toBe("Rear Admiral");
  expect(await hear(db, { type: "Delete", actor: changed.id, object: changed.id })).toBe("handled");
  expect((await face()).deletedAt).toEqual(now);
  expect(await hear(db, create(event))).toBe("refused: actor_gone");
});

async function knownEvent(db: Database) {
  const event = farEvent();
  await follow(db, event.attributedTo);
  await hear(db, create(event));
  return { event, kept: (await all(db))[0]! };
}
