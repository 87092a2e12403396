import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { deliveries, sentActivities, toldInboxes } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { signingKeyOf } from "../keys";
import { getServerActor } from "../server-actor";
import { publishElsewhere } from "./events";
import { sayGone, sweepGone, updateIdentityElsewhere } from "./identities";
import { sendActivity } from "./send";
import { updateServerElsewhere } from "./server";
import { fact, reading, said, saidText, surroundings } from "./testing/said";

const later = (db: Database) => ({ ...reading(db), now: new Date(now.getTime() + 60_000) });

/** Ada has told her followers of something. */
async function scene(db: Database) {
  const people = await surroundings(db);
  const event = await createEvent(db, { organizerId: people.ada.id });
  const { id: eventId, organizerId } = event;
  await publishElsewhere(reading(db), fact({ kind: "event.published" as const, eventId, organizerId }));
  await db.delete(deliveries);
  return people;
}

describe("updateIdentityElsewhere", () => {
  test("tells whoever ever heard of it how it looks now", async ({ db }) => {
    const { ada } = await scene(db);
    const updated = fact({ kind: "identity.updated" as const, actorId: ada.id });
    await updateIdentityElsewhere(reading(db), updated);
    await updateIdentityElsewhere(reading(db), updated);
    await expect(withoutKey(await saidText(db))).toMatchFileSnapshot("golden/identity-updated.json");
  });

  test("of whom nobody heard, nothing is said and no key is made", async ({ db }) => {
    await surroundings(db);
    const { id: actorId } = await createIdentity(db);
    await updateIdentityElsewhere(reading(db), fact({ kind: "identity.updated" as const, actorId }));
    expect(await said(db)).toEqual([]);
    expect(await db.$count(actorKeys)).toBe(0);
  });
});

describe("sayGone", () => {
  const erased = (actorId: string) => fact({ kind: "identity.erased" as const, actorId });
  const erase = (db: Database, actorId: string) =>
    db.update(actors).set({ name: "", deletedAt: now }).where(eq(actors.id, actorId));

  test("comes last, reaches whoever ever heard of it, and leaves nothing behind once it arrived", async ({
    db,
  }) => {
    const { ada } = await scene(db);
    await signingKeyOf(reading(db), ada);
    await erase(db, ada.id);
    await sayGone(reading(db), erased(ada.id));
    expect(await said(db)).toEqual([]);

    for (const _ of ["once", "again"]) await sayGone(later(db), erased(ada.id));
    await expect(await saidText(db)).toMatchFileSnapshot("golden/identity-deleted.json");
    await sweepGone(later(db));
    expect(await db.$count(actorKeys)).toBe(1);

    await db.delete(deliveries);
    await sweepGone(later(db));
    const left = [actorKeys, sentActivities, toldInboxes].map((table) =>
      db.$count(table, eq(table.actorId, ada.id)),
    );
    expect(await Promise.all(left)).toEqual([0, 0, 0]);
  });

  test("of whom nobody heard, nothing is said and nothing is left", async ({ db }) => {
    const { id, uri } = await createIdentity(db);
    await signingKeyOf(reading(db), { id, uri });
    await erase(db, id);
    await sayGone(later(db), erased(id));
    expect(await said(db)).toEqual([]);
    expect(await db.$count(actorKeys)).toBe(0);
    expect(await db.$count(sentActivities)).toBe(0);
  });

  test("says nothing of those who are there", async ({ db }) => {
    const { ada } = await scene(db);
    await sayGone(later(db), erased(ada.id));
    expect(await said(db)).toEqual([]);
  });
});

describe("updateServerElsewhere", () => {
  test("tells what became different of the server itself, and nothing when nothing did", async ({ db }) => {
    const { relay } = await surroundings(db);
    const server = await getServerActor({ db });
    const activity = { id: "urn:accept", type: "Accept", actor: server.uri };
    await sendActivity(reading(db), { actorId: server.id, activity, to: { actorIds: [relay.id] } });
    await db.delete(deliveries);
    const updated = { ...fact({ kind: "instance.updated" as const }) };
    await updateServerElsewhere(reading(db), updated);
    await updateServerElsewhere(reading(db), { ...updated, factId: 8 });
    expect((await said(db)).map(({ to, activity: { type } }) => [type, ...to])).toEqual([
      ["Update", "relay.example"],
    ]);
  });
});

function withoutKey(text: string): string {
  return text.replaceAll(/#key-\w+/g, "#key-…").replaceAll(/"-----BEGIN[^"]+"/g, '"…"');
}
