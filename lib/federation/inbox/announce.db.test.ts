import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listUpcomingFollowed } from "@/lib/events/followed";
import { importActor } from "../import/actor";
import { importEvent } from "../import/event";
import { getServerActor } from "../server-actor";
import { hear } from "../testing/hear";
import { asked, emptyWeb, farActor, farEvent } from "../testing/web";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

/** Somebody of ours follows the actor with this id. */
async function follow(db: Database, uri: string, followerId: string) {
  const followed = await importActor({ db, actor: { kind: "system" }, now }, uri);
  await db.insert(follows).values({ followerId, followedId: followed.id, uri: `${uri}#f` });
}

const all = (db: Database) => db.select().from(events);

describe("Announce", () => {
  test("brings what it names, asked for at home, when its server is followed", async ({ db }) => {
    const relay = farActor("relay", { host: "mz.example", type: "Application" });
    const server = await getServerActor({ db });
    const event = farEvent("one", { name: "True" });
    const announce = { type: "Announce", actor: relay.id, object: { ...event, name: "Forged" }, to: ["x"] };
    expect(await hear(db, announce)).toBe("ignored: not_wanted");
    await follow(db, relay.id, server.id);
    expect(await hear(db, announce)).toBe("handled");
    expect((await all(db)).map(({ title }) => title)).toEqual(["True"]);
    expect(await hear(db, { ...announce, object: event.id })).toBe("ignored: known");
    farEvent("one", { name: "Changed", updated: "2026-11-22T10:00:00Z" });
    expect(await hear(db, { ...announce, object: { type: "Update", object: event.id } })).toBe("handled");
    expect((await all(db)).map(({ title }) => title)).toEqual(["Changed"]);
    expect(await hear(db, { ...announce, object: { type: "Video", id: "https://x.example/v" } })).toBe(
      "ignored: object_type",
    );
    expect(
      await hear(db, { type: "Undo", actor: relay.id, object: { ...announce, id: "https://mz.example/a" } }),
    ).toBe("handled");
  });

  test("of what is ours counts nowhere", async ({ db }) => {
    const { uri } = await createEvent(db);
    expect(await hear(db, { type: "Announce", actor: farActor().id, object: uri })).toBe(
      "ignored: counted_nowhere",
    );
  });
});

test("what those whom one follows hand on stands in one's feed, until they take it back", async ({ db }) => {
  const grace = farActor("grace", { host: "other.example" });
  const ada = await createIdentity(db);
  await follow(db, grace.id, ada.id);
  const feed = async () =>
    (await listUpcomingFollowed(db, ada.id, { now, size: 5 }))?.map(({ event }) => event.title);

  const event = farEvent("one");
  const announce = { id: "https://other.example/a", type: "Announce", actor: grace.id, object: event.id };
  expect(await hear(db, announce)).toBe("handled");
  expect(await feed()).toEqual([event.name]);
  expect(await hear(db, { ...announce, id: "https://other.example/b" })).toBe("ignored: known");
  expect(await feed()).toEqual([event.name]);
  for (const _ of ["once", "again"])
    expect(await hear(db, { type: "Undo", actor: grace.id, object: announce })).toBe("handled");
  expect(await feed()).toEqual([]);
});

test("what was known before it was handed on stands there too; what strangers hand on does not", async ({
  db,
}) => {
  const grace = farActor("grace", { host: "other.example" });
  const ada = await createIdentity(db);
  const event = farEvent("one");
  await importEvent({ db, actor: { kind: "system" }, now }, event.id);
  const announce = { type: "Announce", actor: grace.id, object: event.id };
  expect(await hear(db, announce)).toBe("ignored: not_wanted");
  await follow(db, grace.id, ada.id);
  expect(await listUpcomingFollowed(db, ada.id, { now, size: 5 })).toEqual([]);
  expect(await hear(db, announce)).toBe("ignored: known");
  expect(await listUpcomingFollowed(db, ada.id, { now, size: 5 })).toMatchObject([
    { event: { title: event.name } },
  ]);
});

test("what a neighbour says in the name of a group is read at home", async ({ db }) => {
  const group = farActor("choir", { type: "Group" });
  const event = farEvent("one", { by: group, name: "True" });
  await follow(db, group.id, (await createIdentity(db)).id);
  const { id: actor } = farActor("neighbour");
  for (const type of ["Create", "Update"]) {
    const object = { ...event, actor, name: "Forged", updated: "2026-11-22T10:00:00Z" };
    expect(await hear(db, { type, actor, object })).toBe("handled");
    expect((await all(db)).map(({ title }) => title)).toEqual(["True"]);
  }
  expect(asked.filter((uri) => uri === event.id)).toHaveLength(2);
});
