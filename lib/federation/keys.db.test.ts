import { expect } from "vitest";
import { actorKeys } from "@/db/schema/actor-keys";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { rotateKey, signingKeyOf } from "./keys";

test("an actor has one key, however many ask for it at once, until it is changed", async ({ db }) => {
  const ada = await createIdentity(db);
  const ctx = { db, actor: { kind: "system" as const }, now };
  const keys = await Promise.all(Array.from({ length: 5 }, () => signingKeyOf(ctx, ada)));
  expect(new Set(keys.map(({ uri }) => uri)).size).toBe(1);
  expect(await db.select().from(actorKeys)).toHaveLength(1);

  await rotateKey(ctx, ada);
  const changed = await signingKeyOf(ctx, ada);
  expect(changed.publicPem).not.toBe(keys[0]!.publicPem);
  const stored = await db.select().from(actorKeys);
  expect(stored.map(({ retiredAt }) => retiredAt !== null).sort()).toEqual([false, true]);
});
