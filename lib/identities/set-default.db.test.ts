import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listIdentitiesOf } from "./of-account";
import { setDefaultIdentity } from "./set-default";

async function twoFaces(db: Database) {
  const account = await createAccount(db);
  const first = await createIdentity(db, { account });
  const second = await createIdentity(db, { account });
  await db.update(accountIdentities).set({ isDefault: true }).where(eq(accountIdentities.actorId, first.id));
  const ctx = {
    db,
    actor: { kind: "account" as const, accountId: account.id, role: "member" as const },
    now,
  };
  const order = async () => (await listIdentitiesOf(db, account.id)).map(({ id }) => id);
  return { ctx, first, second, order };
}

describe("setDefaultIdentity", () => {
  test("puts one in front, exactly one, also when it is said twice, and tells nobody", async ({ db }) => {
    const { ctx, first, second, order } = await twoFaces(db);
    expect(await order()).toEqual([first.id, second.id]);

    await setDefaultIdentity(ctx, second.id);
    await setDefaultIdentity(ctx, second.id);

    expect(await order()).toEqual([second.id, first.id]);
    const defaults = await db.select().from(accountIdentities).where(eq(accountIdentities.isDefault, true));
    expect(defaults.map(({ actorId }) => actorId)).toEqual([second.id]);
    expect(await db.select().from(journal)).toEqual([]);
  });

  test("refuses the identity of somebody else, and one that is gone, in the same words", async ({ db }) => {
    const { ctx, first, second, order } = await twoFaces(db);
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, second.id));
    const stranger = await createIdentity(db);
    for (const id of [stranger.id, second.id]) {
      const refused = { code: "not_found", reason: "identity_not_found" };
      await expect(setDefaultIdentity(ctx, id)).rejects.toMatchObject(refused);
    }
    expect(await order()).toEqual([first.id]);
  });

  test("is for accounts alone", async ({ db }) => {
    const { first } = await twoFaces(db);
    await expect(setDefaultIdentity(actingAs(db, first.id), first.id)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
