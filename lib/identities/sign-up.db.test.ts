import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { sweepUnconfirmed } from "@/lib/accounts/forget-unconfirmed";
import { createSetupLink } from "@/lib/accounts/setup";
import { requireFreeHandle } from "./handle";
import { findProfile } from "./queries";
import { signUp, welcomeAdministrator } from "./sign-up";

const input = {
  email: "new@example.org",
  password: "a few words in a row",
  name: "Newcomer",
  handle: "newcomer",
  zone: "Europe/Paris",
  locale: "fr" as const,
  terms: false,
};

const nobody = (db: Database) => ({ db, actor: { kind: "anonymous" as const }, now });
const factsOf = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map((fact) => fact.kind);

describe("signUp", () => {
  test("makes an unconfirmed account with its first identity, the default one", async ({ db }) => {
    await signUp(nobody(db), input);

    const [account] = await db.select().from(accounts).where(eq(accounts.email, input.email));
    expect(account).toMatchObject({ confirmedAt: null, role: "member", locale: "fr" });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$/);
    const links = await db
      .select()
      .from(accountIdentities)
      .where(eq(accountIdentities.accountId, account!.id));
    expect(links).toMatchObject([{ isDefault: true }]);
    expect(await factsOf(db)).toEqual(["account.created", "identity.created"]);
  });

  test("shows the identity to nobody before the address is confirmed and a moderator let it in", async ({
    db,
  }) => {
    await signUp(nobody(db), input);
    expect(await findProfile(db, input.handle)).toBeNull();
    await db.update(accounts).set({ confirmedAt: now, approvedAt: null });
    expect(await findProfile(db, input.handle)).toBeNull();
    await db.update(accounts).set({ approvedAt: now });
    expect(await findProfile(db, input.handle)).toMatchObject({ handle: input.handle });
  });

  test("answers the same for an address that has an account, and changes nothing", async ({ db }) => {
    const known = await createAccount(db, { email: input.email, passwordHash: null });

    await expect(signUp(nobody(db), input)).resolves.toBeUndefined();

    expect(await db.select().from(accounts)).toEqual([known]);
    expect(await factsOf(db)).toEqual(["account.claimed"]);
  });

  test("refuses a handle that somebody has, whether or not the address is known", async ({ db }) => {
    await createIdentity(db, { handle: "newcomer" });
    await createAccount(db, { email: "known@example.org" });
    const taken = { code: "invalid", fieldErrors: { handle: ["handle_taken"] } };

    await expect(signUp(nobody(db), input)).rejects.toMatchObject(taken);
    await expect(signUp(nobody(db), { ...input, email: "known@example.org" })).rejects.toMatchObject(taken);
  });

  test("lets nobody find out by the handle whether the address has an account", async ({ db }) => {
    const refusal = (error: { fieldErrors: unknown }) => error.fieldErrors;
    for (const email of [(await createAccount(db)).email, "unknown@example.org"]) {
      const own = { ...input, email, handle: `fresh_${email.length}` };
      await signUp(nobody(db), own);
      const other = signUp(nobody(db), { ...own, email: "other@example.org" });
      expect(await other.catch(refusal)).toEqual({ handle: ["handle_taken"] });
      await expect(signUp(nobody(db), own)).resolves.toBeUndefined();
    }
  });

  test("never gives out the handle of an identity that is gone, nor one that the server uses", async ({
    db,
  }) => {
    await createIdentity(db, { handle: "newcomer", deletedAt: now });

    await expect(signUp(nobody(db), input)).rejects.toMatchObject({ code: "invalid" });
    await expect(signUp(nobody(db), { ...input, handle: "admin" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("welcomeAdministrator", () => {
  test("makes the first administrator, once", async ({ db }) => {
    const token = (await createSetupLink(db, now))!.replace("/welcome/", "");

    await welcomeAdministrator(nobody(db), { ...input, token }, "");

    const [account] = await db.select().from(accounts);
    expect(account).toMatchObject({ role: "administrator", confirmedAt: now });
    expect(await createSetupLink(db, now)).toBeNull();
    expect(await db.select().from(moderationLog)).toMatchObject([
      { action: "account.role_given", accountId: account?.id, isServer: true, moderatorId: null },
    ]);
    const again = welcomeAdministrator(nobody(db), { ...input, email: "b@example.org", token }, "");
    await expect(again).rejects.toMatchObject({ reason: "link_used_or_expired" });
  });

  test("refuses an older link after a newer was printed, and one of yesterday", async ({ db }) => {
    const older = (await createSetupLink(db, now))!.replace("/welcome/", "");
    const newer = (await createSetupLink(db, now))!.replace("/welcome/", "");
    const tomorrow = { ...nobody(db), now: new Date(now.getTime() + 25 * 3_600_000) };

    const refused = { reason: "link_used_or_expired" };
    await expect(welcomeAdministrator(nobody(db), { ...input, token: older }, "")).rejects.toMatchObject(
      refused,
    );
    await expect(welcomeAdministrator(tomorrow, { ...input, token: newer }, "")).rejects.toMatchObject(
      refused,
    );
  });
});

describe("signing up again before confirming", () => {
  test("starts anew: the password and the links of the first try are void", async ({ db }) => {
    await signUp(nobody(db), input);
    const [first] = await db.select().from(accounts);

    await signUp(nobody(db), { ...input, password: "quite another one" });

    const all = await db.select().from(accounts);
    expect(all).toHaveLength(1);
    expect(all[0]!.id).not.toBe(first!.id);
    expect(all[0]!.passwordHash).not.toBe(first!.passwordHash);
  });

  test("never touches a confirmed account", async ({ db }) => {
    const known = await createAccount(db, { email: input.email });

    await signUp(nobody(db), input);

    expect(await db.select().from(accounts)).toEqual([known]);
  });

  test("is not needed after 48 hours: then the account and its handle are free", async ({ db }) => {
    await signUp(nobody(db), input);
    const soon = { db, now: new Date(now.getTime() + 47 * 3_600_000) };
    const late = { db, now: new Date(now.getTime() + 49 * 3_600_000) };

    await sweepUnconfirmed(soon);
    expect(await db.select().from(accounts)).toHaveLength(1);
    await sweepUnconfirmed(late);
    expect(await db.select().from(accounts)).toHaveLength(0);
    await expect(requireFreeHandle(late, input.handle)).resolves.toBeUndefined();
  });
});
