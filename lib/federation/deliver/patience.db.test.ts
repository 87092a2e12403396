import { describe, expect } from "vitest";
import { deliveries } from "@/db/schema/activities";
import { follows } from "@/db/schema/follows";
import { servers } from "@/db/schema/servers";
import { createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { closeBreaker } from "./breaker";
import { farServer, MINUTE } from "./testing/far-server";

const there = farServer();

describe("what does not arrive", () => {
  test("leaves a server that fails alone, longer each time, and tries one first", async ({ db }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    for (const id of ["one", "two"]) await say(id, [grace]);
    there.problem = { status: 500 };
    await there.deliver(db);
    expect(there.ids()).toEqual(["one"]);
    expect(await there.known(db)).toMatchObject({ failures: 1, failingSince: now, problem: "status_500" });
    expect(await there.nextJob(db)).toBe(1);

    await there.deliver(db, 0.5);
    expect(there.arrived).toHaveLength(1);
    expect(await there.nextJob(db)).toBe(1);
    await there.deliver(db, 1);
    expect(there.ids()).toEqual(["one", "one"]);
    expect(await there.nextJob(db)).toBe(3);

    there.problem = null;
    await there.deliver(db, 3);
    expect(there.ids()).toEqual(["one", "one", "one", "two"]);
    expect(await there.known(db)).toMatchObject({
      failures: 0,
      failingSince: null,
      retryAt: null,
      problem: "",
    });
  });

  test.for([
    ["120", 2],
    [new Date(now.getTime() + 30 * MINUTE).toUTCString(), 30],
    ["99999999", 720],
    ["soon", 1],
  ] as const)("waits as long as is asked for: %s", async ([retryAfter, minutes], { db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    there.problem = { status: 429, headers: { "retry-after": retryAfter } };
    await there.deliver(db);
    expect(await there.nextJob(db)).toBe(minutes);
  });

  test("what nobody answers, or answers with a lead elsewhere, waits too", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    there.answer = (_, response) => response.destroy();
    await there.deliver(db);
    expect(await there.known(db)).toMatchObject({ failures: 1, problem: "unreachable" });
    there.answer = (_, response) => response.writeHead(302, { location: "/elsewhere" }).end();
    await there.deliver(db, 1);
    expect(there.arrived.map(({ path }) => path)).toEqual(["/inbox", "/inbox"]);
    expect(await there.known(db)).toMatchObject({ failures: 2, problem: "status_302" });
  });

  test("passes over what a server cannot take, once others had to wait for it three times", async ({
    db,
  }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    for (const id of ["poison", "two", "three"]) await say(id, [grace]);
    there.answer = ({ id }, response) => response.writeHead(id.endsWith("poison") ? 500 : 202).end();
    for (const minutes of [0, 1, 3]) await there.deliver(db, minutes);
    expect(there.ids()).toEqual(["poison", "poison", "poison"]);

    await there.deliver(db, 7);
    expect(there.ids().slice(3)).toEqual(["two", "three", "poison"]);
    expect(await there.known(db)).toMatchObject({ failures: 0, retryAt: null });
    await say("four", [grace]);
    await there.deliver(db, 8);
    expect(there.ids().slice(6)).toEqual(["four"]);
    expect(await there.nextJob(db)).toBe(15);
  });

  test("one inbox that takes nothing now holds no other, and keeps its order", async ({ db }) => {
    const { far, inbox, say } = await there.begin(db);
    const personal = async (name: string) =>
      createRemoteActor(db, { domain: there.domain, remote: { inbox: inbox(name), sharedInbox: null } });
    const [grace, alan] = [await personal("grace"), await personal("alan")];
    await far("hedy");
    for (const id of ["one", "two"]) await say(id, [grace, alan]);
    there.answer = ({ path }, response) => response.writeHead(path === "/grace" ? 404 : 202).end();
    await there.deliver(db);
    expect(there.arrived.map(({ path, id }) => path + id.replace(/.*#/, " "))).toEqual(
      expect.arrayContaining(["/grace one", "/alan one", "/alan two"]),
    );
    expect(there.arrived).toHaveLength(3);
    expect(await there.nextJob(db)).toBe(1);

    there.answer = (_, response) => response.writeHead(202).end();
    await there.deliver(db, 1);
    expect(there.ids().slice(3)).toEqual(["one", "two"]);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("gives up at once what another try would not mend, and counts it", async ({ db }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    for (const id of ["one", "two"]) await say(id, [grace]);
    there.answer = ({ id }, response) => response.writeHead(id.endsWith("one") ? 400 : 202).end();
    await there.deliver(db);
    expect(there.ids()).toEqual(["one", "two"]);
    expect(await db.$count(deliveries)).toBe(0);
    expect(await there.known(db)).toMatchObject({ lost: 1, failures: 0 });
  });

  test("gives up after three days, and goes on trying with what is younger", async ({ db }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    await say("old", [grace]);
    there.problem = { status: 503 };
    await there.deliver(db);
    await say("young", [grace], 60 * 70);
    await there.deliver(db, 60 * 73);
    expect((await db.select().from(deliveries)).map(({ createdAt }) => createdAt)).toEqual([
      new Date(now.getTime() + 60 * 70 * MINUTE),
    ]);
    expect(await there.known(db)).toMatchObject({ lost: 1, failures: 2 });

    there.problem = null;
    await there.deliver(db, 60 * 90);
    expect(there.ids().at(-1)).toBe("young");
  });

  test("forgets whoever is gone, but not a whole server at its first word", async ({ db }) => {
    const { ada, far, inbox, say } = await there.begin(db);
    const alone = await createRemoteActor(db, {
      domain: there.domain,
      remote: { inbox: inbox("alone"), sharedInbox: null },
    });
    const grace = await far("grace");
    for (const { id } of [alone, grace])
      await db.insert(follows).values({ followerId: id, followedId: ada.id, uri: `urn:${id}` });
    await say("one", [alone, grace]);
    there.problem = { status: 410 };
    await there.deliver(db);
    expect((await db.select().from(follows)).map(({ followerId }) => followerId)).toEqual([grace.id]);
    expect(await db.$count(deliveries)).toBe(1);

    await there.deliver(db, 60 * 73);
    expect(await db.$count(follows)).toBe(0);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("a server from which something comes is tried at once", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    there.problem = { status: 500 };
    await there.deliver(db);
    await closeBreaker(there.at(db, 0.2), there.domain);
    expect(await there.known(db)).toMatchObject({ failures: 0, retryAt: null });
    there.problem = null;
    await there.deliver(db, 0.2);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("tries a server again soon that spoke while it was tried", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    const spokeAt = new Date(now.getTime() + 2_000);
    there.answer = (_, response) =>
      void db
        .update(servers)
        .set({ receivedAt: spokeAt })
        .then(() => response.writeHead(500).end());
    await there.deliver(db);
    expect(await there.known(db)).toMatchObject({
      failures: 1,
      retryAt: new Date(spokeAt.getTime() + 5_000),
    });
    await there.deliver(db, 1);
    expect(await there.known(db)).toMatchObject({
      failures: 2,
      retryAt: new Date(now.getTime() + 3 * MINUTE),
    });
  });
});
