import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { blocks } from "@/db/schema/blocks";
import { follows } from "@/db/schema/follows";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import {
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { hear, said, tellAll } from "../testing/wire";

test("a block from elsewhere ends following, both ways and of these two alone; taken back, it restores nothing", async ({
  db,
}) => {
  const [ada, rosa] = [await createIdentity(db), await createIdentity(db)];
  const [grace, alan] = [
    await createRemoteActor(db, { handle: "grace" }),
    await createRemoteActor(db, { handle: "alan" }),
  ];
  const pairs = [
    [grace, ada],
    [ada, grace],
    [alan, ada],
    [ada, alan],
    [rosa, grace],
    [grace, rosa],
  ] as const;
  await db.insert(follows).values(
    pairs.map(([follower, followed], index) => ({
      followerId: follower.id,
      followedId: followed.id,
      uri: `https://far.example/follows/${index}`,
    })),
  );
  const event = await createRemoteEvent(db, { organizerId: grace.id, domain: "far.example" });
  await createParticipation(db, event, { actorId: ada.id, status: "pending" });
  const block = { id: `${grace.uri}#block`, type: "Block", object: ada.uri };
  for (const _ of [1, 2]) expect(await hear(db, grace, block)).toBe("handled");
  await tellAll(db);
  const left = async () => (await db.select({ uri: follows.uri }).from(follows)).map(({ uri }) => uri).sort();
  const others = [2, 3, 4, 5].map((index) => `https://far.example/follows/${index}`);
  expect(await left()).toEqual(others);

  // Nobody is told, and whether they come is another question.
  expect(await said(db)).toEqual([]);
  expect(await db.$count(mails)).toBe(0);
  expect(await db.$count(blocks)).toBe(0);
  expect(await db.$count(participations, eq(participations.status, "pending"))).toBe(1);

  const undo = { type: "Undo", object: { ...block, actor: grace.uri } };
  expect(await hear(db, grace, undo)).toBe("handled");
  expect(await left()).toEqual(others);
  expect(await hear(db, grace, { type: "Block", object: `${ada.uri}-nobody` })).toBe("actor_not_found");
});
