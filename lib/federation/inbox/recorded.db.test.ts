import { existsSync, readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import { createEvent, createIdentity, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { said, hear as sayAs, tellAll } from "../testing/wire";
import { envelopeOf } from "./envelope";

const folder = "../shared/fixtures";

/** What another server's software really sent once, as it is read when it comes in. */
function read(name: string) {
  const bytes = readFileSync(`${folder}/${name}.json`);
  return envelopeOf(JSON.parse(bytes.toString()), bytes)!.activity;
}

const hear = (db: Database, activity: ReturnType<typeof read>) =>
  sayAs(db, { uri: activity.actor }, activity);

const domainOf = (uri: string) => new URL(uri).host;

async function sender(db: Database, uri: string) {
  return createRemoteActor(db, { uri, domain: domainOf(uri) });
}

describe.skipIf(!existsSync(folder))("what was recorded of other servers", () => {
  test.for([
    ["mobilizon/mobilizon-join-activity", "mobilizon/mobilizon-leave-activity"],
    ["mobilizon/real-world/mobilizon-event-join", "mobilizon/real-world/mobilizon-event-leave"],
  ] as const)("Mobilizon's %s lets in, and its Leave out", async ([joining, leaving], { db }) => {
    const [join, leave] = [read(joining), read(leaving)];
    await createEvent(db, { uri: String(join.object) });
    const far = await sender(db, join.actor);

    expect(await hear(db, join)).toBe("handled");
    await tellAll(db);
    expect(await said(db)).toMatchObject([
      { type: "Accept", object: { id: join.id, type: "Join" }, to: [far.uri] },
    ]);
    expect(await hear(db, leave)).toBe("handled");
    expect(await db.select().from(participations)).toMatchObject([{ actorId: far.id, status: "left" }]);
  });

  test("a Follow of Mastodon is accepted, and its Undo ends it", async ({ db }) => {
    const [follow, undo] = [
      read("mobilizon/mastodon-follow-activity"),
      read("mobilizon/mastodon-unfollow-activity"),
    ];
    await createIdentity(db, { uri: String(follow.object) });
    await sender(db, follow.actor);
    expect(await hear(db, follow)).toBe("handled");
    expect(await db.select().from(follows)).toMatchObject([{ uri: follow.id, status: "accepted" }]);
    expect(await hear(db, undo)).toBe("handled");
    expect(await db.select().from(follows)).toEqual([]);
  });

  test("a Follow of Hubzilla, which writes its actor out, is accepted", async ({ db }) => {
    const follow = read("events/pleroma-tests__hubzilla-follow-activity");
    await createIdentity(db, { uri: String(follow.object) });
    await sender(db, follow.actor);
    expect(await hear(db, follow)).toBe("handled");
  });

  test.for(["accept", "reject"])("an %s of a Follow is heard by who is in it", async (verb, { db }) => {
    const answer = read(`mobilizon/mastodon-${verb}-activity`);
    const { actor } = answer.object as { actor: string };
    const near = await createIdentity(db, { uri: actor });
    const far = await sender(db, answer.actor);
    await db.insert(follows).values({
      followerId: near.id,
      followedId: far.id,
      status: "pending",
      uri: "http://localhost:3000/follows/one",
    });
    expect(await hear(db, answer)).toBe("handled");
    const left = await db.select().from(follows);
    expect(left.map(({ status }) => status)).toEqual(verb === "accept" ? ["accepted"] : []);
  });
});
