import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import type { Account } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { hashPassword } from "@/lib/accounts/password";
import type { Context } from "@/lib/core/context";
import { deleteIdentity } from "./delete";
import { requireFreeHandle } from "./handle";
import { listIdentitiesOf } from "./of-account";
import { findProfile, getIdentity } from "./queries";

const as = (db: Database, { id }: Account): Context => ({
  db,
  actor: { kind: "account", accountId: id, role: "member" },
  now,
});

async function twoFaces(db: Database, values: Partial<Account> = {}) {
  const account = await createAccount(db, values);
  const first = await createIdentity(db, { account, createdAt: new Date("2026-01-01") });
  const second = await createIdentity(db, { account, createdAt: new Date("2026-02-01") });
  await db.update(accountIdentities).set({ isDefault: true }).where(eq(accountIdentities.actorId, first.id));
  return { account, first, second };
}

describe("deleteIdentity", () => {
  test("takes name and page away at once, and another identity becomes the default one", async ({ db }) => {
    const { account, first, second } = await twoFaces(db);

    await deleteIdentity(as(db, account), { actorId: first.id, proof: { typed: `@${first.handle}` } });

    expect(await findProfile(db, first.handle)).toBeNull();
    await expect(getIdentity(db, first.id)).rejects.toMatchObject({ reason: "identity_not_found" });
    expect(await listIdentitiesOf(db, account.id)).toMatchObject([{ id: second.id }]);
    const links = await db
      .select()
      .from(accountIdentities)
      .where(eq(accountIdentities.accountId, account.id));
    expect(links).toMatchObject([{ accountId: account.id, actorId: second.id, isDefault: true }]);
    await expect(requireFreeHandle({ db, now }, first.handle)).rejects.toMatchObject({ code: "invalid" });
  });

  test("says so as the identity, never as its account", async ({ db }) => {
    const { account, second } = await twoFaces(db);
    await deleteIdentity(as(db, account), { actorId: second.id, proof: { typed: second.handle } });

    const facts = await db.select().from(journal);
    expect(facts).toMatchObject([
      { kind: "identity.deleted", actorId: second.id, payload: { actorId: second.id } },
    ]);
    expect(JSON.stringify(facts)).not.toContain(account.id);
  });

  test("asks for the password of accounts that have one, whatever else is typed", async ({ db }) => {
    const { account, second } = await twoFaces(db, { passwordHash: await hashPassword("ring the bells") });
    const attempt = (proof: { password?: string; typed?: string }) =>
      deleteIdentity(as(db, account), { actorId: second.id, proof });

    await expect(attempt({ typed: second.handle })).rejects.toMatchObject({
      fieldErrors: { password: ["wrong_password"] },
    });
    await expect(attempt({ password: "wring the bells" })).rejects.toMatchObject({ code: "invalid" });
    expect(await getIdentity(db, second.id)).toMatchObject({ deletedAt: null });
    await attempt({ password: "ring the bells" });
  });

  test("asks for the handle where there is no password", async ({ db }) => {
    const { account, second } = await twoFaces(db);
    const wrong = deleteIdentity(as(db, account), { actorId: second.id, proof: { typed: "yes" } });
    await expect(wrong).rejects.toMatchObject({ fieldErrors: { typed: ["typed_wrong"] } });
  });

  test("keeps the last identity, which goes with the account only", async ({ db }) => {
    const { account, first, second } = await twoFaces(db);
    await deleteIdentity(as(db, account), { actorId: first.id, proof: { typed: first.handle } });

    const last = deleteIdentity(as(db, account), { actorId: second.id, proof: { typed: second.handle } });
    await expect(last).rejects.toMatchObject({ code: "conflict", reason: "last_identity" });
    expect(await getIdentity(db, second.id)).toMatchObject({ deletedAt: null });
  });

  test("a second time, and for other accounts' identities, there is none", async ({ db }) => {
    const { account, first } = await twoFaces(db);
    const input = { actorId: first.id, proof: { typed: first.handle } };
    const stranger = (await twoFaces(db)).account;
    const gone = { code: "not_found", reason: "identity_not_found" };

    await expect(deleteIdentity(as(db, stranger), input)).rejects.toMatchObject(gone);
    await deleteIdentity(as(db, account), input);
    await expect(deleteIdentity(as(db, account), input)).rejects.toMatchObject(gone);
    expect(await db.select().from(actors).where(eq(actors.id, first.id))).toMatchObject([{ deletedAt: now }]);
  });

  test("is not for identities, not even for itself", async ({ db }) => {
    const { first } = await twoFaces(db);
    const self: Context = { db, actor: { kind: "identity", actorId: first.id }, now };
    const input = { actorId: first.id, proof: { typed: first.handle } };
    await expect(deleteIdentity(self, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
