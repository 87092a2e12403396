import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { deliveries, sentActivities } from "@/db/schema/activities";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { servers } from "@/db/schema/servers";
import {
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { PUBLIC } from "../activity";
import { getServerActor } from "../server-actor";
import { noteCancellation, noteChanges } from "./event-changes";
import { publishElsewhere, updateElsewhere } from "./events";
import { deleteElsewhere, withdrawElsewhere } from "./gone";
import { fact, follow, reading, said, saidText, surroundings } from "./testing/said";

const announced = (db: Database, organizerId: string, values: Partial<Event> = {}) =>
  createEvent(db, {
    organizerId,
    slug: "repair",
    descriptionHtml: "<p>Bring what is broken.</p>",
    placeName: "Town hall",
    placeAddress: "1 High Street, Chamonix",
    language: "en",
    updatedAt: new Date("2026-11-23T12:00:00Z"),
    ...values,
  });
const about = ({ id: eventId, organizerId }: Event) => ({ eventId, organizerId });
const kinds = async (db: Database) =>
  (await said(db)).map(({ to, activity: { type, object } }) => {
    const inner = typeof object === "string" ? object : (object as { type: string }).type;
    return `${type} ${inner} → ${to.join(" ")}`;
  });

describe("publishElsewhere", () => {
  test("tells followers in the form that their software shows, and servers that follow ours", async ({
    db,
  }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    await expect(await saidText(db)).toMatchFileSnapshot("golden/event-published.json");

    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    expect(await said(db)).toHaveLength(4);
  });

  test("hands a server that wants the Create of what is passed on just that", async ({ db }) => {
    const { ada } = await surroundings(db);
    await db.insert(servers).values({ domain: "gancio.example", software: "gancio" });
    const gancio = await createRemoteActor(db, { domain: "gancio.example", handle: "relay" });
    await follow(db, gancio, await getServerActor({ db }));
    const event = await announced(db, ada.id);
    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    const passed = (await said(db)).filter(({ activity }) => activity.type === "Announce");
    expect(passed.map(({ to, activity }) => [to, (activity.object as { type: string }).type])).toEqual([
      [["relay.example"], "Event"],
      [["gancio.example"], "Create"],
    ]);
    expect(passed[1]!.activity.object).toMatchObject({
      actor: ada.uri,
      object: { type: "Event", name: event.title },
    });
  });

  test("tells followers of hosts too", async ({ db }) => {
    const { ada, relay } = await surroundings(db);
    const bea = await createIdentity(db);
    await follow(db, relay, bea);
    const event = await announced(db, ada.id, { hostIds: [bea.id] });
    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    expect((await kinds(db))[0]).toBe("Create Event → mobilizon.example relay.example");
  });

  test("tells nobody of what is unlisted, a draft, deleted, or of another server", async ({ db }) => {
    const { ada, grace } = await surroundings(db);
    const all = [
      await announced(db, ada.id, { visibility: "unlisted" }),
      await announced(db, ada.id, { slug: "draft", publishedAt: null }),
      await announced(db, ada.id, { slug: "deleted", deletedAt: new Date() }),
      await createRemoteEvent(db, { organizerId: grace.id, domain: "mobilizon.example" }),
    ];
    for (const event of all)
      await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    expect(await db.$count(deliveries)).toBe(0);
  });
});

describe("updateElsewhere", () => {
  test("tells followers, who take part, and servers that follow ours, once for each change", async ({
    db,
  }) => {
    const { ada, relay } = await surroundings(db);
    const event = await announced(db, ada.id);
    await createParticipation(db, event, { actorId: relay.id, status: "approved" });
    const changed = fact({ kind: "event.updated" as const, ...about(event), changed: ["title"] });
    await updateElsewhere(reading(db), changed);
    await updateElsewhere(reading(db), changed);
    await expect(await saidText(db)).toMatchFileSnapshot("golden/event-updated.json");
    await updateElsewhere(reading(db), { ...changed, factId: 8 });
    expect(await said(db)).toHaveLength(6);
  });

  test("says of what is unlisted only to who takes part", async ({ db }) => {
    const { ada, alan } = await surroundings(db);
    const event = await announced(db, ada.id, { visibility: "unlisted" });
    await createParticipation(db, event, { actorId: alan.id, status: "waitlisted" });
    await updateElsewhere(reading(db), fact({ kind: "event.cancelled" as const, ...about(event) }));
    expect(await kinds(db)).toEqual(["Update Event → mastodon.example"]);
  });

  test("tells those who followed the one who handed it over", async ({ db }) => {
    const { ada } = await surroundings(db);
    const bea = await createIdentity(db, { handle: "bea" });
    const event = await announced(db, bea.id, { hostIds: [] });
    const { id: eventId } = event;
    const handed = { kind: "event.handed_over" as const, eventId, organizerId: bea.id, formerId: ada.id };
    await updateElsewhere(reading(db), fact(handed));
    expect((await said(db)).map(({ to, activity }) => [to, activity.actor])).toEqual([
      [["mobilizon.example", "relay.example"], bea.uri],
      [["mastodon.example"], bea.uri],
      [["gotosocial.example"], bea.uri],
    ]);
  });
});

describe("who hears of it", () => {
  const changed = (event: Event, factId: number) => ({
    ...fact({ kind: "event.updated" as const, ...about(event), changed: ["visibility"] }),
    factId,
  });
  const become = async (db: Database, event: Event, visibility: Event["visibility"], factId: number) => {
    await db.update(events).set({ visibility }).where(eq(events.id, event.id));
    await updateElsewhere(reading(db), changed(event, factId));
  };

  test("when it is for all no more: whoever heard of it; and when it is again", async ({ db }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    const before = (await said(db)).length;
    await become(db, event, "unlisted", 8);
    expect((await kinds(db)).slice(before)).toEqual([
      "Update Event → mobilizon.example relay.example",
      "Update Event → mastodon.example",
      "Update Note → gotosocial.example",
    ]);
    const [narrowed] = (await said(db)).slice(before);
    expect(narrowed!.activity).toMatchObject({
      ...{ to: [`${ada.uri}/followers`], cc: [PUBLIC] },
      object: { to: [`${ada.uri}/followers`], cc: [PUBLIC] },
    });
    await updateElsewhere(reading(db), { ...changed(event, 9), changed: ["title"] });
    expect(await said(db)).toHaveLength(before + 3);
    await become(db, event, "public", 10);
    expect((await kinds(db)).slice(before + 3).map((one) => one.split(" ")[0])).toEqual([
      ...["Update", "Update", "Update"],
    ]);
  });

  test("when it is for all for the first time: everybody, as of a new one", async ({ db }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id, { visibility: "unlisted" });
    await become(db, event, "public", 8);
    expect(await kinds(db)).toEqual([
      "Create Event → mobilizon.example",
      "Create Event → mastodon.example",
      "Create Note → gotosocial.example",
      "Announce Event → relay.example",
      "Update Event → mobilizon.example relay.example",
      "Update Event → mastodon.example",
      "Update Note → gotosocial.example",
    ]);
  });

  test("by somebody kept out of the lists: who follows them, and servers that heard of it before", async ({
    db,
  }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    const tell = async () => {
      await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
      await updateElsewhere(
        reading(db),
        fact({ kind: "event.updated" as const, ...about(event), changed: ["title"] }),
      );
      return (await kinds(db)).filter((one) => one.includes("relay.example"));
    };
    await db.update(actors).set({ limitedAt: event.publishedAt }).where(eq(actors.id, ada.id));
    expect(await tell()).toEqual([]);
    expect(await said(db)).toHaveLength(6);
    await db.delete(sentActivities);
    await db
      .update(actors)
      .set({ limitedAt: new Date(event.publishedAt!.getTime() + 1) })
      .where(eq(actors.id, ada.id));
    expect(await tell()).toEqual([
      "Announce Event → relay.example",
      "Update Event → mobilizon.example relay.example",
    ]);
  });
});

describe("Notes of changes", () => {
  test("a cancellation reaches who would pass over an Update, and participants alone", async ({ db }) => {
    const { ada, alan, grace } = await surroundings(db);
    const event = await announced(db, ada.id, { status: "cancelled" });
    await createParticipation(db, event, { actorId: alan.id, status: "approved" });
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    const cancelled = fact({ kind: "event.cancelled" as const, ...about(event) });
    await noteCancellation(reading(db), cancelled);
    await noteCancellation(reading(db), cancelled);
    await expect(maskIds(await saidText(db))).toMatchFileSnapshot("golden/event-cancelled-notes.json");
  });

  test("another time and place are told; another title, or what nobody may know, is not", async ({ db }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    const tell = (changed: string[], factId: number) =>
      noteChanges(reading(db), {
        ...fact({ kind: "event.changes_gathered" as const, eventId: event.id, changed }),
        factId,
      });
    await tell(["title"], 1);
    await tell(["status"], 2);
    expect(await said(db)).toEqual([]);
    await tell(["title", "startsAt", "placeName"], 3);
    expect(await kinds(db)).toEqual(["Create Note → mastodon.example", "Create Note → gotosocial.example"]);

    await db.update(events).set({ isAddressHidden: true }).where(eq(events.id, event.id));
    await tell(["placeAddress"], 4);
    await db
      .update(events)
      .set({ startsAt: new Date(0), endsAt: new Date(1) })
      .where(eq(events.id, event.id));
    await tell(["startsAt"], 5);
    expect(await said(db)).toHaveLength(2);
  });
});

describe("deleteElsewhere", () => {
  test("says so wherever anything was heard of the organizer, and forgets what was said", async ({ db }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    await publishElsewhere(reading(db), fact({ kind: "event.published" as const, ...about(event) }));
    await db.delete(events).where(eq(events.id, event.id));
    const deleted = fact({ kind: "event.deleted" as const, ...about(event), uri: event.uri });
    await deleteElsewhere(reading(db), deleted);
    await deleteElsewhere(reading(db), deleted);
    await expect(await saidText(db)).toMatchFileSnapshot("golden/event-deleted.json");
    expect(await db.$count(sentActivities)).toBe(2);
  });

  test("moderators take it away at once, as often as they do, and put it back", async ({ db }) => {
    const { ada } = await surroundings(db);
    const event = await announced(db, ada.id);
    for (const factId of [1, 2]) {
      await publishElsewhere(reading(db), fact({ kind: "event.put_back" as const, ...about(event) }));
      const removed = { kind: "event.removed" as const, ...about(event), logId: 1 };
      for (const _ of ["once", "again"]) await withdrawElsewhere(reading(db), { ...fact(removed), factId });
    }
    await publishElsewhere(reading(db), fact({ kind: "event.put_back" as const, ...about(event) }));
    expect((await said(db)).map(({ activity }) => activity.type)).toEqual([
      ...["Delete", "Delete", "Delete", "Delete"],
      ...["Create", "Create", "Create", "Announce"],
    ]);
  });

  test("is silent about events of other servers, and where nobody ever heard of it", async ({ db }) => {
    const { ada, grace } = await surroundings(db);
    for (const organizerId of [grace.id, ada.id])
      await deleteElsewhere(
        reading(db),
        fact({
          kind: "event.deleted" as const,
          eventId: ada.id,
          organizerId,
          uri: "http://localhost:3000/x",
        }),
      );
    expect(await said(db)).toEqual([]);
  });
});

/** Ids of people are other ones each time, and so is what derives from them. */
function maskIds(text: string): string {
  return text.replaceAll(/(\/note\/[\w-]{16}\/)[\w-]{16}/g, "$1…");
}
