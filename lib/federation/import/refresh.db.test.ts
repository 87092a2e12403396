import { eq, getTableName, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import {
  createComment,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { asked, emptyWeb, farActor, farEvent, farNote, web } from "../testing/web";
import { importActor } from "./actor";
import { backfill, backfillFollowed } from "./backfill";
import { importEvent } from "./event";
import { refreshStale } from "./refresh";
import { refreshEvent } from "./refresh-event";
import { sweepRemote, whatTies } from "./sweep";

const collections = vi.hoisted(() => new Map<string, unknown[]>());
vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);
vi.mock(import("../fetch/collection"), () => ({
  fetchCollection: async (_ctx: unknown, uri: string, { most }: { most: number }) =>
    (collections.get(uri) ?? []).slice(0, most),
}));

beforeEach(() => {
  emptyWeb();
  collections.clear();
});

const system = { actor: { kind: "system" as const }, now };
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const jobs = async (db: Database, task: string) =>
  (
    await db.execute<{ payload: Record<string, string> }>(sql`select payload
      from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
      where identifier = ${task}`)
  ).map(({ payload }) => payload);

async function followed(db: Database, actorId: string) {
  const { id: followerId } = await createIdentity(db);
  await db.insert(follows).values({ followerId, followedId: actorId, uri: `https://here/${actorId}` });
}

describe("refreshStale", () => {
  test("asks again for what somebody here goes to or follows, and is to come", async ({ db }) => {
    const stale = { refreshedAt: daysLater(-3) };
    const joined = await createRemoteEvent(db, { remote: stale });
    await createParticipation(db, joined, { status: "approved" });
    const announced = await createRemoteEvent(db, { remote: stale });
    await followed(db, announced.organizerId);
    await createRemoteEvent(db, { remote: stale });
    const fresh = await createRemoteEvent(db);
    await createParticipation(db, fresh, { status: "approved" });
    const over = await createRemoteEvent(db, {
      remote: stale,
      startsAt: daysLater(-2),
      endsAt: daysLater(-1),
    });
    await createParticipation(db, over, { status: "approved" });
    const actor = await createRemoteActor(db, { remote: stale });
    await followed(db, actor.id);
    await createRemoteActor(db, { remote: stale });

    await refreshStale({ ...system, db });
    expect((await jobs(db, "refresh-event")).map(({ eventId }) => eventId).sort()).toEqual(
      [joined.id, announced.id].sort(),
    );
    expect(await jobs(db, "refresh-actor")).toEqual([{ actorId: actor.id }]);
  });
});

describe("refreshEvent", () => {
  test("takes in what changed there, and what was said under it", async ({ db }) => {
    const ctx = { ...system, db };
    const replies = "https://far.example/events/one/replies";
    const event = farEvent("one", { replies });
    const { id } = await importEvent(ctx, event.id);
    farEvent("one", { replies, name: "Changed", updated: "2026-11-22T10:00:00Z" });
    const ada = farActor("ada", { host: "a.example" });
    const note = farNote("1", { by: ada, inReplyTo: event.id });
    const own = farNote("2", { inReplyTo: event.id });
    web.set("https://far.example/down", new Error("unreachable"));
    const forged = { ...note, content: "<p>Forged</p>" };
    collections.set(replies, [forged, "https://far.example/down", own, "https://far.example/nothing", 7]);
    await refreshEvent(ctx, id);
    const [after] = await db.select().from(events);
    expect(after?.title).toBe("Changed");
    const said = await db.select({ uri: comments.uri, source: comments.source }).from(comments);
    expect(said.sort((a, b) => a.uri.localeCompare(b.uri))).toEqual([
      { uri: note.id, source: "See you there!" },
      { uri: own.id, source: "See you there!" },
    ]);
  });

  test("lets go of what has not been found at home for three days, not before", async ({ db }) => {
    const ctx = { ...system, db };
    const event = farEvent();
    const { id } = await importEvent(ctx, event.id);
    web.delete(event.id);
    await refreshEvent({ ...ctx, now: daysLater(2) }, id);
    expect(await db.select().from(events)).toHaveLength(1);
    await refreshEvent({ ...ctx, now: daysLater(4) }, id);
    expect(await db.select().from(events)).toEqual([]);
    await refreshEvent(ctx, id);
  });

  test("hides from lists what is not for all any more", async ({ db }) => {
    const ctx = { ...system, db };
    const event = farEvent();
    const { id } = await importEvent(ctx, event.id);
    farEvent("one", { to: ["https://far.example/users/grace/followers"], cc: [] });
    await refreshEvent(ctx, id);
    expect(await db.select().from(events)).toMatchObject([{ visibility: "unlisted" }]);
  });
});

describe("backfill", () => {
  test("brings what is to come of whom somebody here follows", async ({ db }) => {
    const ctx = { ...system, db };
    const grace = farActor();
    const other = farEvent("other", { by: farActor("else", { host: "else.example" }) });
    const [next, past, named] = [
      farEvent("next"),
      farEvent("past", { startTime: "2026-11-01T19:00:00Z", endTime: null }),
      farEvent("named"),
    ];
    collections.set(`${grace.id}/outbox`, [
      { type: "Create", object: next },
      { type: "Create", object: past },
      { type: "Create", object: { type: "Note", id: "https://far.example/n" } },
      { type: "Announce", object: { ...other, name: "Forged" } },
      { type: "Announce", object: "https://else.example/nothing" },
      named.id,
      "junk",
    ]);
    const actor = await importActor(ctx, grace.id);
    await backfill(ctx, actor.id);
    expect(await db.select().from(events)).toEqual([]);
    await followed(db, actor.id);
    await backfill(ctx, actor.id);
    await backfill(ctx, actor.id);
    const titles = (await db.select().from(events)).map(({ uri, title }) => [uri, title]).sort();
    expect(titles).toEqual([next, named, other].map(({ id, name }) => [id, name]).sort());
    expect(asked).not.toContain("https://far.example/n");
  });

  test("begins when somebody elsewhere lets one of ours follow them", async ({ db }) => {
    const { id: doerId } = await createRemoteActor(db);
    const fact = {
      kind: "identity.follow_accepted" as const,
      actorId: doerId,
      followId: doerId,
      factId: 1,
      at: now,
    };
    await backfillFollowed({ ...system, db }, { ...fact, origin: "remote", doerId });
    await backfillFollowed({ ...system, db }, { ...fact, origin: "remote", doerId });
    await backfillFollowed({ ...system, db }, { ...fact, origin: "local", doerId: fact.followId });
    expect(await jobs(db, "backfill")).toEqual([{ actorId: doerId }]);
  });
});

describe("sweepRemote", () => {
  const long = { startsAt: daysLater(-100), endsAt: daysLater(-99) };

  test("forgets what was over long ago and of which nobody here was a part", async ({ db }) => {
    const gone = await createRemoteEvent(db, long);
    await createParticipation(db, gone, { actorId: (await createRemoteActor(db)).id, status: "approved" });
    const joined = await createRemoteEvent(db, long);
    await createParticipation(db, joined, { status: "approved" });
    const spoken = await createRemoteEvent(db, long);
    await createComment(db, spoken);
    const recent = await createRemoteEvent(db, { startsAt: daysLater(-80), endsAt: daysLater(-79) });
    await sweepRemote({ ...system, db });
    const left = (await db.select({ id: events.id }).from(events)).map(({ id }) => id);
    expect(left.sort()).toEqual([joined.id, spoken.id, recent.id].sort());
    expect(await db.select().from(journal)).toMatchObject([{ kind: "event.deleted", origin: "remote" }]);
  });

  test("forgets whom nothing here leads to", async ({ db }) => {
    const old = { createdAt: daysLater(-40), updatedAt: daysLater(-40) };
    const idle = await createRemoteActor(db, old);
    const fresh = await createRemoteActor(db);
    const known = await createRemoteActor(db, old);
    await followed(db, known.id);
    const host = await createRemoteActor(db, old);
    const event = await createRemoteEvent(db, { organizerId: known.id, hostIds: [host.id] });
    const local = await createIdentity(db, old);
    await sweepRemote({ ...system, db });
    const left = (await db.select({ id: actors.id }).from(actors)).map(({ id }) => id);
    expect(left).not.toContain(idle.id);
    expect(left).toEqual(expect.arrayContaining([fresh.id, known.id, host.id, local.id]));
    expect(await db.select().from(events).where(eq(events.id, event.id))).toHaveLength(1);
  });

  test("knows of everything that ties to an actor", async ({ db }) => {
    const rows = await db.execute<{ name: string }>(sql`
      select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'actors'::regclass`);
    const nameOf = (column: AnyPgColumn) => `${getTableName(column.table)}.${snake(column.name)}`;
    const tied = whatTies.map(nameOf);
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => !tied.includes(name))
        .sort(),
    ).toEqual(itsOwn);
  });
});

/** Goes with it, or is of identities of this server alone. */
const itsOwn = [
  "account_identities.actor_id",
  "actor_fields.actor_id",
  "actor_keys.actor_id",
  "blocked_domains.blocker_id",
  "blocks.blocker_id",
  "event_autosaves.editor_id",
  "event_shares.actor_id",
  "feed_tokens.actor_id",
  "journal.actor_id",
  "muted_words.actor_id",
  "notification_settings.actor_id",
  "picture_uploads.uploader_id",
  "remote_actors.actor_id",
  "sent_activities.actor_id",
  "told_inboxes.actor_id",
];

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
