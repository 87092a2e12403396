import { asc } from "drizzle-orm";
import { beforeEach, expect, vi } from "vitest";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import { remoteEvents } from "@/db/schema/remote-events";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { PUBLIC } from "../activity";
import { asked, emptyWeb, farActor, farEvent } from "../testing/web";
import { importEvent } from "./event";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

test("events that somebody asks for by their address are kept, followed or not", async ({ db }) => {
  const event = farEvent("one", { to: [], cc: [PUBLIC] });
  const ctx = { db, actor: { kind: "system" as const }, now };
  const kept = await importEvent(ctx, event.id);
  expect(kept).toMatchObject({ visibility: "unlisted", title: event.name });
  expect((await importEvent(ctx, event.id)).id).toBe(kept.id);
  expect(asked.filter((uri) => uri === event.id)).toHaveLength(1);
});

test("what says whom it is for only when it is announced stays so when it is asked for again", async ({
  db,
}) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const event = farEvent("one", { to: undefined, cc: undefined });
  await expect(importEvent(ctx, event.id)).rejects.toThrow("not_public");
  await importEvent(ctx, event, { audience: { to: PUBLIC } });
  farEvent("one", { to: undefined, cc: undefined, name: "Changed", updated: "2026-11-22T10:00:00Z" });
  expect(await importEvent(ctx, event.id, { fresh: true })).toMatchObject({
    title: "Changed",
    visibility: "public",
  });
  farEvent("one", { to: [`${farActor().id}/followers`], cc: undefined });
  await expect(importEvent(ctx, event.id, { fresh: true })).rejects.toThrow("not_public");
  expect((await importEvent(ctx, event.id)).visibility).toBe("unlisted");
});

test("what is for a few from now on stays so until its server opens it: what names nobody or comes late does not", async ({
  db,
}) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const updated = (hour: number) => ({ updated: `2026-11-22T0${hour}:00:00Z` });
  const event = farEvent("one", updated(1));
  await importEvent(ctx, event.id);
  const isForFew = async () => (await db.select().from(remoteEvents))[0]?.isForFew;
  const few = { to: [`${farActor().id}/followers`], cc: undefined };
  farEvent("one", { ...few, ...updated(3) });
  for (const _ of [1, 2])
    await expect(importEvent(ctx, event.id, { fresh: true })).rejects.toThrow("not_public");
  expect(await isForFew()).toBe(true);
  expect(await db.select().from(journal)).toHaveLength(2);
  farEvent("one", { ...updated(4), to: undefined, cc: undefined });
  await expect(importEvent(ctx, event.id, { fresh: true })).rejects.toThrow("not_public");
  farEvent("one", updated(2));
  await importEvent(ctx, event.id, { fresh: true });
  expect(await isForFew()).toBe(true);
  farEvent("one", updated(5));
  await importEvent(ctx, event.id, { fresh: true });
  expect(await isForFew()).toBe(false);
});

test("hosts whom a slow server would name one after the other are left out", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const hosts = ["bob", "eve"].map((name) => farActor(name).id);
  const event = farEvent("one", { organizers: { type: "Collection", items: hosts } });
  const time = Date.now();
  let asked = 0;
  vi.spyOn(Date, "now").mockImplementation(() => time + asked++ * 15_000);
  const kept = await importEvent(ctx, event.id).finally(() => vi.mocked(Date.now).mockRestore());
  expect(kept.hostIds.length).toBeLessThan(2);
  expect((await importEvent(ctx, event.id, { fresh: true })).hostIds).toHaveLength(2);
});

test("rules of this server keep away what they refuse, and report what they would hold", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  const wordRules = [
    { id: "1", pattern: "casino", scope: "all", outcome: "refuse" },
    { id: "2", pattern: "shoes", scope: "events", outcome: "hold" },
  ];
  await db.insert(instanceSettings).values({ data: { wordRules } });
  const never = importEvent(ctx, farEvent("one", { name: "Casino night" }));
  await expect(never).rejects.toMatchObject({ fieldErrors: { description: ["words_not_allowed"] } });
  const { id: thingId } = await importEvent(ctx, farEvent("two", { name: "Shoes and more" }));
  const facts = await db.select().from(journal).orderBy(asc(journal.id));
  expect(facts.map(({ kind }) => kind)).toEqual(["event.published", "conduct.noticed"]);
  expect(facts[1]!.payload).toMatchObject({ thing: "event", thingId, why: "words", ruleId: "2" });
});
