import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { blocks } from "@/db/schema/blocks";
import { eventShares } from "@/db/schema/event-shares";
import { events, eventTags } from "@/db/schema/events";
import {
  actingAs,
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { env } from "@/lib/core/env";
import { muteWord } from "@/lib/identities/blocks/mute-word";
import { findBlock } from "@/lib/identities/blocks/queries";
import { findUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { blockIdentity, muteIdentity } from "./block";
import { blockDomain, unblockDomain } from "./block-domain";
import { countUpcoming, listUpcoming } from "./cards";
import { foldMuted } from "./fold-muted";
import { followActor } from "./follow";
import { acceptFollow } from "./follow-answer";
import { countUpcomingFollowed, listUpcomingFollowed } from "./followed";
import { listRelated } from "./related";
import { searchCalendar } from "./search/calendar";
import { indexEvent } from "./search/index-event";
import { everything } from "./search/input";
import { searchPoints } from "./search/points";
import { searchEvents } from "./search/search";
import { countUpcomingIn, listPastIn, listUpcomingIn } from "./topics";

const inAnHour = new Date(now.getTime() + 3_600_000);
const aDayAgo = new Date(now.getTime() - 86_400_000);
const lists = { category: "MUSIC", endsAt: null, latitude: 48.85, longitude: 2.35 } as const;

/** Where somebody comes across an event by what they did not ask for; by its address it is found by everybody. */
async function whereFound(db: Database, readerId: string, titles: { coming: string; past: string }) {
  const reader = await findUnwelcome(db, readerId, now);
  const topic = { kind: "category", value: "MUSIC" } as const;
  const meaning = { point: null, hostId: null, now, zone: "Europe/Paris", reader };
  const days = { first: "2026-11-23", last: "2026-11-29" };
  const startsAt = new Date(inAnHour.getTime() + 3_600_000);
  const origin = await createEvent(db, { ...lists, startsAt });
  const found = {
    front: await listUpcoming(db, now, { reader }),
    topic: await listUpcomingIn(db, topic, { now, page: 1, reader }),
    past: await listPastIn(db, topic, { now, reader }),
    related: await listRelated(db, origin, { tags: [], now, reader }),
    search: (await searchEvents(db, { ...everything, categories: ["MUSIC"] }, meaning)).cards,
    any: (await searchEvents(db, everything, meaning)).cards,
    calendar: (await searchCalendar(db, everything, { ...meaning, days, atMost: 9 })).flatMap(
      (day) => day.cards,
    ),
    narrowed: (
      await searchCalendar(db, { ...everything, categories: ["MUSIC"] }, { ...meaning, days, atMost: 9 })
    ).flatMap((day) => day.cards),
    followed: (await listUpcomingFollowed(db, readerId, { now, size: 9, reader })) ?? [],
  };
  const points = await searchPoints(db, everything, meaning);
  const sought = [titles.coming, titles.past];
  const where = Object.entries(found).filter(([, cards]) =>
    cards.some(({ event }) => sought.includes(event.title)),
  );
  return [
    ...where.map(([name]) => name),
    ...(points.some(({ title }) => sought.includes(title)) ? ["map"] : []),
  ];
}

const everywhere = [
  "front",
  "topic",
  "past",
  "related",
  "search",
  "any",
  "calendar",
  "narrowed",
  "followed",
  "map",
];

async function scene(db: Database) {
  const [ada, grace, rosa] = [
    await createIdentity(db),
    await createIdentity(db),
    await createRemoteActor(db),
  ];
  const of = async (organizerId: string, isRemote: boolean, titles: { coming: string; past: string }) => {
    const make = isRemote ? createRemoteEvent : createEvent;
    const coming = await make(db, { ...lists, organizerId, title: titles.coming, startsAt: inAnHour });
    await make(db, { ...lists, organizerId, title: titles.past, startsAt: aDayAgo });
    await indexEvent({ db, actor: { kind: "system" }, now }, { eventId: coming.id });
    return titles;
  };
  const graces = await of(grace.id, false, { coming: "Grace sings", past: "Grace sang" });
  const rosas = await of(rosa.id, true, { coming: "Rosa sings", past: "Rosa sang" });
  const { follow } = await followActor(actingAs(db, ada.id), rosa);
  await acceptFollow(actingAs(db, rosa.id), follow.id);
  await followActor(actingAs(db, ada.id), grace);
  return { ada, grace, rosa, graces, rosas, as: (id: string) => actingAs(db, id) };
}

describe("what somebody comes across", () => {
  test("is everywhere where nobody is unwelcome", async ({ db }) => {
    const { ada, graces, rosas } = await scene(db);
    expect(await whereFound(db, ada.id, graces)).toEqual(everywhere);
    expect(await whereFound(db, ada.id, rosas)).toEqual(everywhere);
  });

  test("holds nothing of whom they block or mute, nor of who blocks them, and counts it so", async ({
    db,
  }) => {
    const { ada, grace, graces, as } = await scene(db);
    const reader = await createIdentity(db);
    const total = await countUpcoming(db, now);
    await blockIdentity(as(grace.id), reader);
    expect(await whereFound(db, reader.id, graces)).toEqual([]);

    await muteIdentity(as(ada.id), grace);
    expect(await whereFound(db, ada.id, graces)).toEqual([]);
    expect(await whereFound(db, grace.id, graces)).toEqual(everywhere.filter((name) => name !== "followed"));
    const { of, about } = await counts(db, ada.id);
    expect(of).toBe(total + 2);
    expect(about).toBe(total + 2);
  });

  test("holds nothing of a server that they block or mute", async ({ db }) => {
    const { ada, rosa, rosas, graces, as } = await scene(db);
    await blockDomain(as(ada.id), { domain: "far.example", kind: "mute" });
    expect(await whereFound(db, ada.id, rosas)).toEqual([]);
    expect(await whereFound(db, ada.id, graces)).toEqual(everywhere);
    const reader = await findUnwelcome(db, ada.id, now);
    expect(await countUpcomingFollowed(db, ada.id, { now, reader })).toBe(1);
    const other = await createIdentity(db);
    await blockIdentity(as(other.id), { handle: `${rosa.handle}@far.example` });
    expect(await whereFound(db, other.id, rosas)).toEqual([]);
  });

  test("holds nothing that those hand on whom they follow and mute", async ({ db }) => {
    const { ada, grace, as } = await scene(db);
    const { id: eventId } = await createEvent(db, { startsAt: inAnHour });
    await db.insert(eventShares).values({ eventId, actorId: grace.id, createdAt: now });
    const feed = async () =>
      listUpcomingFollowed(db, ada.id, { now, size: 9, reader: await findUnwelcome(db, ada.id, now) });
    expect(await feed()).toHaveLength(3);
    await muteIdentity(as(ada.id), grace);
    expect(await feed()).toHaveLength(1);
    await blockDomain(as(ada.id), { domain: "far.example", kind: "mute" });
    expect(await feed()).toEqual([]);
  });

  test("is folded where it contains a word that they mute, for as long as they said", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    const { id } = await createEvent(db, { title: "A quiet evening", startsAt: inAnHour });
    await db.insert(eventTags).values({ eventId: id, tag: "fête", position: 0, startsAt: inAnHour });
    await muteWord(actingAs(db, ada.id), { word: "Fete", lasts: "day" });
    const at = async (day: number) => {
      const reader = await findUnwelcome(db, ada.id, new Date(now.getTime() + day * 86_400_000));
      const [card] = await foldMuted(db, await listUpcoming(db, now), reader);
      return card?.mutedWord;
    };
    expect(await at(0)).toBe("Fete");
    await db.update(events).set({ organizerId: ada.id }).where(eq(events.id, id));
    expect(await at(0)).toBeUndefined();
    await db.update(events).set({ organizerId: grace.id }).where(eq(events.id, id));
    expect(await at(1)).toBeUndefined();
  });
});

async function counts(db: Database, readerId: string) {
  const reader = await findUnwelcome(db, readerId, now);
  const about = { kind: "category", value: "MUSIC" } as const;
  return {
    of: await countUpcoming(db, now, reader),
    about: await countUpcomingIn(db, about, { now, reader }),
  };
}

describe("blockDomain", () => {
  test("ends what both follow, and keeps its people from everything, also those who come later", async ({
    db,
  }) => {
    const { ada, rosa, as } = await scene(db);
    await followActor(as(rosa.id), ada, { uri: `${rosa.uri}/follows/9` });
    await blockDomain(as(ada.id), { domain: "far.example", kind: "block" });
    await blockDomain(as(ada.id), { domain: "far.example", kind: "mute" });
    expect(await listUpcomingFollowed(db, ada.id, { now, size: 9 })).toHaveLength(1);
    expect(await findBlock(db, { actorId: ada.id, otherId: rosa.id })).toBe("block");

    const later = await createRemoteActor(db);
    await expect(followActor(as(later.id), ada, { uri: "x:1" })).rejects.toMatchObject({
      reason: "identity_not_found",
    });
    await expect(followActor(as(ada.id), later)).rejects.toMatchObject({ reason: "you_block_them" });
    const other = await createRemoteActor(db, { domain: "near.far.example" });
    await followActor(as(other.id), ada, { uri: "x:2" });
    expect(await db.$count(blocks)).toBe(0);
  });

  test("refuses this server and visitors; unblockDomain is the way back, also twice", async ({ db }) => {
    const { ada, rosa, as } = await scene(db);
    const own = { domain: new URL(env().ORIGIN).host, kind: "block" } as const;
    await expect(blockDomain(as(ada.id), own)).rejects.toMatchObject({
      fieldErrors: { domain: ["own_server"] },
    });
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    const far = { domain: "far.example", kind: "block" } as const;
    await expect(blockDomain(visitor, far)).rejects.toMatchObject({ code: "unauthenticated" });
    await blockDomain(as(ada.id), far);
    await unblockDomain(as(rosa.id), far);
    await expect(followActor(as(ada.id), rosa)).rejects.toMatchObject({ reason: "you_block_them" });
    await unblockDomain(as(ada.id), far);
    await unblockDomain(as(ada.id), far);
    await followActor(as(ada.id), rosa);
  });
});
