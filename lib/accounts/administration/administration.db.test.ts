import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { findSession, openSession } from "../session";
import { findToken } from "../token";
import { endAccount } from "./end-account";
import { findAdministrator, getAccountByEmail } from "./find";
import { giveRole } from "./give-role";
import { issueResetLink } from "./issue-reset-link";

const system = (db: Database): Context => ({ db, actor: { kind: "system" }, now });
const as = (db: Database, { id, role }: Account): Context => ({
  db,
  actor: { kind: "account", accountId: id, role },
  now,
});
const find = async (db: Database, { id }: Account) =>
  (await db.select().from(accounts).where(eq(accounts.id, id)))[0];

test("moderators, members and nobody look after no accounts", async ({ db }) => {
  const account = await createAccount(db);
  const { id: accountId, email } = account;
  const moderator = await createAccount(db, { role: "moderator" });
  const nobody = { db, actor: { kind: "anonymous" } as const, now };
  for (const ctx of [as(db, moderator), as(db, account), nobody]) {
    const refused = { code: "forbidden" };
    await expect(getAccountByEmail(ctx, email)).rejects.toMatchObject(refused);
    await expect(findAdministrator(ctx)).rejects.toMatchObject(refused);
    await expect(giveRole(ctx, { accountId, role: "administrator" })).rejects.toMatchObject(refused);
    await expect(issueResetLink(ctx, accountId)).rejects.toMatchObject(refused);
    await expect(endAccount(ctx, { accountId, isAtOnce: true })).rejects.toMatchObject(refused);
  }
  expect(await find(db, account)).toMatchObject({ role: "member", leavesAt: null });
});

describe("findAdministrator", () => {
  test("finds whoever has been one for longest and still can", async ({ db }) => {
    expect(await findAdministrator(system(db))).toBeNull();
    const at = (year: number) => new Date(`${year}-01-01T00:00:00Z`);
    const role = "administrator";
    await createAccount(db, { role, createdAt: at(2020), suspendedAt: now });
    await createAccount(db, { role, createdAt: at(2021), leavesAt: now });
    await createAccount(db, { role, createdAt: at(2022), confirmedAt: null });
    const vera = await createAccount(db, { role, createdAt: at(2023) });
    await createAccount(db, { role, createdAt: at(2024) });
    expect(await findAdministrator(system(db))).toMatchObject({ id: vera.id });
    await expect(getAccountByEmail(system(db), "nobody@example.org")).rejects.toMatchObject({
      reason: "account_not_found",
    });
  });
});

describe("giveRole", () => {
  test("gives and takes a role, also twice", async ({ db }) => {
    const vera = await createAccount(db, { role: "administrator" });
    const account = await createAccount(db);
    for (const role of ["moderator", "moderator", "administrator", "member"] as const) {
      await giveRole(as(db, vera), { accountId: account.id, role });
      expect(await find(db, account)).toMatchObject({ role });
    }
  });

  test("never leaves the server alone", async ({ db }) => {
    const vera = await createAccount(db, { role: "administrator" });
    const stepDown = giveRole(system(db), { accountId: vera.id, role: "member" });
    await expect(stepDown).rejects.toMatchObject({ reason: "last_administrator" });
    for (const why of [
      { approvedAt: null },
      { confirmedAt: null },
      { suspendedAt: now },
      { leavesAt: now },
    ]) {
      await createAccount(db, { role: "administrator", ...why });
      const alone = giveRole(system(db), { accountId: vera.id, role: "member" });
      await expect(alone, JSON.stringify(why)).rejects.toMatchObject({ reason: "last_administrator" });
    }
    await createAccount(db, { role: "administrator" });
    await giveRole(system(db), { accountId: vera.id, role: "moderator" });
    expect(await find(db, vera)).toMatchObject({ role: "moderator" });
  });

  test("gives none to whom nobody knows, who was not confirmed, waits to be let in, or is locked", async ({
    db,
  }) => {
    const give = (accountId: string) => giveRole(system(db), { accountId, role: "moderator" });
    const unconfirmed = await createAccount(db, { confirmedAt: null });
    const locked = await createAccount(db, { suspendedAt: now });
    const waiting = await createAccount(db, { approvedAt: null });
    await expect(give(waiting.id)).rejects.toMatchObject({ reason: "account_not_admitted" });
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(give(nobody)).rejects.toMatchObject({ reason: "account_not_found" });
    await expect(give(unconfirmed.id)).rejects.toMatchObject({ reason: "account_not_confirmed" });
    await expect(give(locked.id)).rejects.toMatchObject({ reason: "account_is_locked" });
  });
});

test("a link to choose a password works for a day, and ends those before", async ({ db }) => {
  const { id } = await createAccount(db);
  const tokenIn = (path: string) => path.replace("/reset-password/", "");
  const first = tokenIn(await issueResetLink(system(db), id));
  const second = tokenIn(await issueResetLink(system(db), id));
  expect(await findToken(system(db), "reset_password", first)).toBeNull();
  expect(await findToken(system(db), "reset_password", second)).toMatchObject({ accountId: id });
  const tomorrow = { ...system(db), now: new Date(now.getTime() + 25 * 3_600_000) };
  expect(await findToken(tomorrow, "reset_password", second)).toBeNull();
});

describe("endAccount", () => {
  test("gives seven days and says so once, or goes at once", async ({ db }) => {
    const account = await createAccount(db);
    const { id: accountId } = account;
    const session = await openSession(system(db), accountId, "here");
    const inAWeek = new Date("2026-11-30T12:00:00Z");
    expect(await endAccount(system(db), { accountId, isAtOnce: false })).toEqual(inAWeek);
    const later = { ...system(db), now: new Date("2026-11-24T12:00:00Z") };
    expect(await endAccount(later, { accountId, isAtOnce: false })).toEqual(inAWeek);
    expect(await findSession({ db, now }, session)).toBeNull();
    expect((await db.select().from(journal)).map(({ kind }) => kind)).toEqual(["account.leaving"]);

    expect(await endAccount(later, { accountId, isAtOnce: true })).toEqual(later.now);
    const jobs = await db.execute(sql`
      select run_at::text as at from graphile_worker._private_jobs where key = ${`erase-account:${accountId}`}`);
    expect(jobs.map(({ at }) => new Date(String(at)))).toEqual([later.now]);
  });

  test("never leaves the server alone", async ({ db }) => {
    const { id: accountId } = await createAccount(db, { role: "administrator" });
    const end = endAccount(system(db), { accountId, isAtOnce: true });
    await expect(end).rejects.toMatchObject({ reason: "last_administrator" });
  });
});
