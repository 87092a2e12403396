import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import { actorKeys } from "@/db/schema/actor-keys";
import { actorFields, actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { remoteActors } from "@/db/schema/remote-actors";
import { servers } from "@/db/schema/servers";
import { createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { asked, emptyWeb, farActor, farEvent, web } from "../testing/web";
import { importActor } from "./actor";
import { importEvent } from "./event";
import { refreshActor } from "./refresh-actor";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
const findUriByHandle = vi.hoisted(() => vi.fn(async (): Promise<string | null> => null));
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle }) as never);

beforeEach(emptyWeb);
const system = { actor: { kind: "system" as const }, now };
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe("importActor", () => {
  test("keeps who somebody is, where to write to them, their key and their server", async ({ db }) => {
    const document = farActor("grace", {
      name: "  Grace \u202eHopper ",
      summary: `<p>Hi<script>x</script><img src="https://far.example/track.png"></p>`,
      attachment: [{ type: "PropertyValue", name: "Site", value: '<a href="https://g.example">g</a>' }],
      manuallyApprovesFollowers: true,
    });
    const actor = await importActor({ ...system, db }, document.id);
    expect(actor).toMatchObject({
      ...{ kind: "person", handle: "grace", domain: "far.example", name: "Grace Hopper" },
      ...{ summaryHtml: "<p>Hi</p>", summary: "" },
    });
    const [remote] = await db.select().from(remoteActors);
    expect(remote).toMatchObject({
      inbox: `${document.id}/inbox`,
      sharedInbox: "https://far.example/inbox",
      url: "https://far.example/@grace",
      isLocked: true,
    });
    const [key] = await db.select().from(actorKeys).where(eq(actorKeys.actorId, actor.id));
    expect(key).toMatchObject({ uri: `${document.id}#main-key`, retiredAt: null, privateSealed: null });
    expect(await db.select().from(servers)).toMatchObject([{ domain: "far.example" }]);
    expect(await db.select().from(actorFields)).toMatchObject([
      { name: "Site", value: "g (https://g.example)" },
    ]);
  });

  test("writes inboxes in one way, so that what is decided about a server finds them", async ({ db }) => {
    const document = farActor("grace", {
      inbox: "https://FAR.example:443/users/grace/inbox",
      endpoints: { sharedInbox: "https://Far.Example/inbox" },
    });
    await importActor({ ...system, db }, document.id);
    expect(await db.select().from(remoteActors)).toMatchObject([
      { inbox: `${document.id}/inbox`, sharedInbox: "https://far.example/inbox" },
    ]);
    const letters = Array.from({ length: 600 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    );
    const long = `https://far.example/${letters.join("")}`;
    const endless = farActor("long", { endpoints: { sharedInbox: long } });
    const { id } = await importActor({ ...system, db }, endless.id);
    const [remote] = await db.select().from(remoteActors).where(eq(remoteActors.actorId, id));
    expect(remote).toMatchObject({ inbox: `${endless.id}/inbox`, sharedInbox: null });
    const dotted = farActor("dot", { inbox: "https://far.example./users/dot/inbox" });
    await expect(importActor({ ...system, db }, dotted.id)).rejects.toThrow("actor_not_readable");
  });

  test("asks once, again only when told to, and by a job when it is old", async ({ db }) => {
    const { id } = farActor();
    const ctx = { ...system, db };
    await importActor(ctx, id);
    await importActor(ctx, id);
    await importActor({ ...ctx, now: later(49) }, id);
    expect(asked).toEqual([id]);
    const jobs = await db.execute(`select payload from graphile_worker._private_jobs jobs
      join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id where identifier = 'refresh-actor'`);
    expect(jobs).toHaveLength(1);
    await importActor(ctx, id, { fresh: true });
    expect(asked).toEqual([id, id]);
  });

  test("tells that somebody looks different, and nothing when they do not", async ({ db }) => {
    const ctx = { ...system, db };
    const { id } = farActor();
    const actor = await importActor(ctx, id);
    await importActor(ctx, id, { fresh: true });
    farActor("grace", { name: "Rear Admiral" });
    await importActor(ctx, id, { fresh: true });
    const facts = await db.select().from(journal);
    expect(facts).toMatchObject([{ kind: "identity.updated", origin: "remote", actorId: actor.id }]);
  });

  test("lets a new key take the place of the old one, and takes none that is another's", async ({ db }) => {
    const ctx = { ...system, db };
    const { id, publicKey } = farActor();
    await importActor(ctx, id);
    farActor("grace", { publicKey: { ...publicKey, id: `${id}#second` } });
    await importActor(ctx, id, { fresh: true });
    const stored = async () =>
      (await db.select().from(actorKeys).orderBy(actorKeys.uri)).map(({ uri, retiredAt }) => [
        uri,
        retiredAt,
      ]);
    expect(await stored()).toEqual([
      [`${id}#main-key`, now],
      [`${id}#second`, null],
    ]);

    const evil = farActor("mallory", { publicKey: { ...publicKey, id: `${id}#second` } });
    await importActor(ctx, evil.id);
    farActor("mallory", { publicKey: { ...publicKey, id: "https://else.example/k", owner: evil.id } });
    await importActor(ctx, evil.id, { fresh: true });
    farActor("mallory", { publicKey: { ...publicKey, id: `${id}#second`, owner: evil.id } });
    await importActor(ctx, evil.id, { fresh: true });
    expect(await stored()).toEqual([
      [`${id}#main-key`, now],
      [`${id}#second`, null],
    ]);
    const keys = await db.select().from(actorKeys).innerJoin(actors, eq(actors.id, actorKeys.actorId));
    expect(new Set(keys.map(({ actors: { handle } }) => handle))).toEqual(new Set(["grace"]));
  });

  test("gives a name to whom the server says now, and lets the other get out of the way", async ({ db }) => {
    const ctx = { ...system, db };
    const older = await createRemoteActor(db, { handle: "grace", uri: "https://far.example/old/grace" });
    const { id } = farActor();
    findUriByHandle.mockResolvedValueOnce(older.uri);
    const shunned = await importActor(ctx, id);
    expect(shunned.handle).toMatch(/^grace-\w{6}$/);
    findUriByHandle.mockResolvedValueOnce(older.uri);
    expect((await importActor(ctx, id, { fresh: true })).handle).toBe(shunned.handle);
    findUriByHandle.mockResolvedValueOnce(id);
    expect((await importActor(ctx, id, { fresh: true })).handle).toBe("grace");
    const [moved] = await db.select().from(actors).where(eq(actors.id, older.id));
    expect(moved!.handle).toMatch(/^grace-\w{6}$/);
  });

  test("takes nobody for whom another server leads to", async ({ db }) => {
    const victim = farActor("victim", { host: "good.example" });
    const alias = "https://evil.example/users/x";
    web.set(alias, victim);
    await expect(importActor({ ...system, db }, alias)).rejects.toMatchObject({ reason: "actor_moved" });
    const forged = farEvent("forged", { by: { id: alias } });
    await expect(importEvent({ ...system, db }, forged)).rejects.toMatchObject({ reason: "actor_moved" });
    expect(await db.select().from(actors)).toEqual([]);
  });

  test("refuses what is no actor, of us, or keeps its inbox at another server", async ({ db }) => {
    const ctx = { ...system, db };
    const refusal = (id: string) => importActor(ctx, id).catch(({ reason }) => reason);
    expect(await refusal("http://localhost:3000/@ada")).toBe("actor_not_found");
    expect(await refusal("https://far.example/nobody")).toBe("actor_gone");
    for (const wrong of [
      { type: "Note" },
      { inbox: "https://victim.example/inbox" },
      { preferredUsername: "<b>" },
      { id: "https://far.example/users/grace", inbox: null },
    ])
      expect(await refusal(farActor("grace", wrong).id)).toBe("actor_not_readable");
    web.set("https://far.example/down", new Error("unreachable"));
    await expect(importActor(ctx, "https://far.example/down")).rejects.toThrow("unreachable");
    expect(await db.select().from(actors)).toEqual([]);
  });
});

describe("refreshActor", () => {
  test("lets go of whom their server has not known for a week, not before", async ({ db }) => {
    const ctx = { ...system, db };
    const { id } = farActor();
    const actor = await importActor(ctx, id);
    web.delete(id);
    const deletedAt = async () =>
      (await db.select().from(actors).where(eq(actors.id, actor.id)))[0]!.deletedAt;
    await refreshActor({ ...ctx, now: later(6 * 24) }, actor.id);
    expect(await deletedAt()).toBeNull();
    await refreshActor({ ...ctx, now: later(8 * 24) }, actor.id);
    expect(await deletedAt()).toEqual(later(8 * 24));
    await expect(importActor(ctx, id)).rejects.toMatchObject({ reason: "actor_gone" });
  });
});
