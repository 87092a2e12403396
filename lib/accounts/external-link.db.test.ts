import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Account } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { journal } from "@/db/schema/journal";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { linkExternalLogin, listExternalIssuers, unlinkExternalLogin } from "./external-link";

const maison = { issuer: "https://login.example.org", subject: "42" };
const club = { issuer: "https://club.example", subject: "42" };
const usable = [maison.issuer, club.issuer];

const as = (db: Database, { id, role }: Account) => ({
  db,
  actor: { kind: "account" as const, accountId: id, role },
  now,
});
const nobody = (db: Database) => ({ db, actor: { kind: "anonymous" as const }, now });

describe("linkExternalLogin", () => {
  test("gives the account one more way in and tells its owner; repeating it is harmless", async ({ db }) => {
    const ctx = as(db, await createAccount(db));

    await linkExternalLogin(ctx, club);
    await linkExternalLogin(ctx, maison);
    await linkExternalLogin(ctx, maison);

    expect(await listExternalIssuers(ctx)).toEqual([club.issuer, maison.issuer]);
    const told = await db.select().from(journal).where(eq(journal.kind, "account.external_login_linked"));
    expect(told).toHaveLength(2);
  });

  test("refuses the login of another account, and leaves it there", async ({ db }) => {
    const owner = as(db, await createAccount(db));
    const other = as(db, await createAccount(db));
    await linkExternalLogin(owner, maison);

    const attempt = linkExternalLogin(other, maison);
    await expect(attempt).rejects.toMatchObject({ code: "conflict", reason: "external_login_taken" });
    expect(await listExternalIssuers(owner)).toEqual([maison.issuer]);
    expect(await listExternalIssuers(other)).toEqual([]);
  });

  test("refuses whoever is not signed in", async ({ db }) => {
    await expect(linkExternalLogin(nobody(db), maison)).rejects.toMatchObject({ reason: "sign_in_first" });
    await expect(listExternalIssuers(nobody(db))).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});

describe("unlinkExternalLogin", () => {
  test("takes the way in from an account with a password; repeating it is harmless", async ({ db }) => {
    const ctx = as(db, await createAccount(db, { passwordHash: "hash" }));
    await linkExternalLogin(ctx, maison);

    await unlinkExternalLogin(ctx, maison.issuer, usable);
    await unlinkExternalLogin(ctx, maison.issuer, usable);

    expect(await listExternalIssuers(ctx)).toEqual([]);
  });

  test("leaves the logins of others alone", async ({ db }) => {
    const ctx = as(db, await createAccount(db, { passwordHash: "hash" }));
    const other = as(db, await createAccount(db));
    await linkExternalLogin(other, maison);

    await unlinkExternalLogin(ctx, maison.issuer, usable);

    expect(await listExternalIssuers(other)).toEqual([maison.issuer]);
  });

  test("leaves the last way in", async ({ db }) => {
    const ctx = as(db, await createAccount(db, { passwordHash: null }));
    await linkExternalLogin(ctx, maison);
    await linkExternalLogin(ctx, club);

    await unlinkExternalLogin(ctx, club.issuer, usable);
    const last = unlinkExternalLogin(ctx, maison.issuer, usable);

    await expect(last).rejects.toMatchObject({ code: "conflict", reason: "last_way_in" });
    expect(await db.select().from(externalLogins)).toMatchObject([maison]);
  });

  test("counts no provider that was taken from the settings", async ({ db }) => {
    const ctx = as(db, await createAccount(db, { passwordHash: null }));
    await linkExternalLogin(ctx, maison);
    await linkExternalLogin(ctx, club);

    const last = unlinkExternalLogin(ctx, maison.issuer, [maison.issuer]);
    await expect(last).rejects.toMatchObject({ reason: "last_way_in" });
    await unlinkExternalLogin(ctx, club.issuer, [maison.issuer]);
  });

  test("refuses whoever is not signed in", async ({ db }) => {
    const attempt = unlinkExternalLogin(nobody(db), maison.issuer, usable);
    await expect(attempt).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});
