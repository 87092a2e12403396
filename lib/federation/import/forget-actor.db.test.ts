import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { remoteActors } from "@/db/schema/remote-actors";
import {
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { endRemoteActor, forgetActor } from "./forget-actor";

const system = { actor: { kind: "system" as const }, now };

test("whoever is gone at home is gone here, with what they announced, said and joined", async ({ db }) => {
  const ctx = { ...system, db };
  const grace = await createRemoteActor(db, { name: "Grace", summaryHtml: "<p>Hi</p>" });
  const ada = await createIdentity(db);
  await db.insert(actorKeys).values({ uri: `${grace.uri}#k`, actorId: grace.id, publicPem: "x" });
  await db.insert(follows).values({ followerId: ada.id, followedId: grace.id, uri: "https://here/f" });
  const theirs = await createRemoteEvent(db, { organizerId: grace.id });
  await createParticipation(db, theirs, { actorId: ada.id, status: "approved" });
  const hosted = await createRemoteEvent(db, { hostIds: [grace.id] });
  const ours = await createEvent(db, { organizerId: ada.id });
  await createParticipation(db, ours, { actorId: grace.id, status: "approved" });
  await createComment(db, ours, { authorId: grace.id });

  await endRemoteActor(ctx, grace.id);
  await forgetActor(ctx, grace.id);
  await forgetActor(ctx, grace.id);

  const left = await db.select().from(events).orderBy(events.createdAt);
  expect(left.map(({ id }) => id).sort()).toEqual([hosted.id, ours.id].sort());
  expect(left.find(({ id }) => id === hosted.id)?.hostIds).toEqual([]);
  for (const table of [participations, comments, follows, actorKeys])
    expect(await db.select().from(table)).toEqual([]);
  expect(await db.select().from(remoteActors).where(eq(remoteActors.actorId, grace.id))).toEqual([]);
  const [row] = await db.select().from(actors).where(eq(actors.id, grace.id));
  expect(row).toMatchObject({ name: "", summaryHtml: "", uri: grace.uri, deletedAt: now });
  expect(await db.select().from(mails)).toHaveLength(1);
  const facts = await db.select().from(journal);
  expect(new Set(facts.map(({ origin }) => origin))).toEqual(new Set(["remote"]));
});

test("nobody who is there is touched, nor any identity of ours", async ({ db }) => {
  const grace = await createRemoteActor(db, { name: "Grace" });
  const gone = await createIdentity(db, { name: "Ada", deletedAt: now });
  for (const { id } of [grace, gone]) await forgetActor({ ...system, db }, id);
  const names = await db.select({ name: actors.name }).from(actors);
  expect(names.map(({ name }) => name).sort()).toEqual(["Ada", "Grace"]);
});
