import { and, eq, isNull } from "drizzle-orm";
import { expect } from "vitest";
import { deliveries } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { signingKeyOf } from "./keys";
import { sendActivity } from "./outbox/send";
import { reading, said, surroundings } from "./outbox/testing/said";
import { rotateKeys } from "./rotate-keys";

test("signs with another key from now on, and tells whoever heard of its owner", async ({ db }) => {
  const ctx = reading(db);
  const { ada, alan } = await surroundings(db);
  const bea = await createIdentity(db, { handle: "bea" });
  await createIdentity(db);
  const former = await signingKeyOf(ctx, ada);
  await signingKeyOf(ctx, bea);
  const activity = { id: `${ada.uri}#create`, type: "Create", actor: ada.uri };
  await sendActivity(ctx, { actorId: ada.id, activity, to: { actorIds: [alan.id] } });
  await db.delete(deliveries);

  expect(await rotateKeys(ctx, { handle: "nobody" })).toBe(0);
  expect(await rotateKeys(ctx)).toBe(2);
  const key = await signingKeyOf(ctx, ada);
  expect(key.uri).not.toBe(former.uri);
  const { uri: id, publicPem: publicKeyPem } = key;
  expect(await said(db)).toMatchObject([
    {
      to: ["mastodon.example"],
      activity: { type: "Update", object: { publicKey: { id, owner: ada.uri, publicKeyPem } } },
    },
  ]);
  expect(await rotateKeys(ctx, { handle: "ada" })).toBe(1);
  expect(await db.$count(actorKeys, and(eq(actorKeys.actorId, ada.id), isNull(actorKeys.retiredAt)))).toBe(1);
});
