import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { keepAccount, keepAccountByLink, listLeaving, lockLeaving, startLeaving } from "./leaving";
import { hashPassword } from "./password";
import { findSession, openSession } from "./session";
import { findToken, issueToken } from "./token";

const DAY = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * DAY);

const as = (db: Database, { id, role }: Account): Context => ({
  db,
  actor: { kind: "account", accountId: id, role },
  now,
});
const noSession = "00000000-0000-7000-8000-000000000000";
const leave = (ctx: Context, { email }: Account, sessionId = noSession) =>
  startLeaving(ctx, { proof: { typed: email }, sessionId });

async function find(db: Database, { id }: Account) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
  return account;
}
const factsOf = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map((fact) => fact.kind);

describe("startLeaving", () => {
  test("gives seven days, signs the other devices out and says so once", async ({ db }) => {
    const account = await createAccount(db);
    const here = await openSession(as(db, account), account.id, "here");
    const there = await openSession(as(db, account), account.id, "there");

    expect(await leave(as(db, account), account, here)).toEqual(inDays(7));
    const later = { ...as(db, account), now: inDays(1) };
    expect(await leave(later, account, here)).toEqual(inDays(7));

    expect(await findSession({ db, now }, here)).toMatchObject({ leavesAt: inDays(7) });
    expect(await findSession({ db, now }, there)).toBeNull();
    expect(await factsOf(db)).toEqual(["account.leaving"]);
    const jobs = await db.execute(sql`
      select payload, run_at::text from graphile_worker._private_jobs where key = ${`erase-account:${account.id}`}`);
    expect(jobs).toMatchObject([{ payload: { accountId: account.id } }]);
    expect(new Date(String(jobs[0]?.run_at))).toEqual(inDays(7));
  });

  test("asks for the password, or for the address where there is none", async ({ db }) => {
    const locked = await createAccount(db, { passwordHash: await hashPassword("ring the bells") });
    const open = await createAccount(db);

    await expect(leave(as(db, locked), locked)).rejects.toMatchObject({
      fieldErrors: { password: ["wrong_password"] },
    });
    const wrong = startLeaving(as(db, open), { proof: { typed: "yes" }, sessionId: noSession });
    await expect(wrong).rejects.toMatchObject({ fieldErrors: { typed: ["typed_wrong"] } });
    expect([(await find(db, locked))?.leavesAt, (await find(db, open))?.leavesAt]).toEqual([null, null]);
    await startLeaving(as(db, locked), { proof: { password: "ring the bells" }, sessionId: noSession });
  });

  test("keeps the last administrator, also the last of two who go", async ({ db }) => {
    const vera = await createAccount(db, { role: "administrator" });
    const last = { code: "conflict", reason: "last_administrator" };
    await expect(leave(as(db, vera), vera)).rejects.toMatchObject(last);

    const ada = await createAccount(db, { role: "administrator" });
    await leave(as(db, vera), vera);
    await expect(leave(as(db, ada), ada)).rejects.toMatchObject(last);
    await keepAccount(as(db, vera));
    await leave(as(db, ada), ada);
  });

  test("is for accounts about themselves", async ({ db }) => {
    const account = await createAccount(db);
    const nobody: Context = { db, actor: { kind: "anonymous" }, now };
    await expect(leave(nobody, account)).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});

describe("keeping the account", () => {
  test("takes the wish back and voids the mailed link; without a wish nothing happens", async ({ db }) => {
    const account = await createAccount(db);
    await leave(as(db, account), account);
    const token = await issueToken(as(db, account), {
      kind: "keep_account",
      accountId: account.id,
      hours: 168,
    });

    await keepAccount(as(db, account));
    await keepAccount(as(db, account));

    expect(await find(db, account)).toMatchObject({ leavesAt: null });
    expect(await findToken(as(db, account), "keep_account", token)).toBeNull();
    expect(await factsOf(db)).toEqual(["account.leaving", "account.kept"]);
  });

  test("works by the mailed link, once, for whoever holds it", async ({ db }) => {
    const account = await createAccount(db);
    await leave(as(db, account), account);
    const nobody: Context = { db, actor: { kind: "anonymous" }, now };
    const token = await issueToken(nobody, { kind: "keep_account", accountId: account.id, hours: 168 });

    await keepAccountByLink(nobody, token);

    expect(await find(db, account)).toMatchObject({ leavesAt: null });
    const again = keepAccountByLink(nobody, token);
    await expect(again).rejects.toMatchObject({ reason: "link_used_or_expired" });
  });

  test("is not possible by a link of last week, nor for nobody", async ({ db }) => {
    const account = await createAccount(db);
    await leave(as(db, account), account);
    const nobody: Context = { db, actor: { kind: "anonymous" }, now };
    const token = await issueToken(nobody, { kind: "keep_account", accountId: account.id, hours: 168 });

    const late = keepAccountByLink({ ...nobody, now: inDays(8) }, token);
    await expect(late).rejects.toMatchObject({ reason: "link_used_or_expired" });
    await expect(keepAccount(nobody)).rejects.toMatchObject({ reason: "sign_in_first" });
    expect(await find(db, account)).toMatchObject({ leavesAt: inDays(7) });
  });
});

test("only accounts whose time has come are found", async ({ db }) => {
  const account = await createAccount(db);
  await createAccount(db);
  await leave(as(db, account), account);
  const at = (days: number): Context => ({ db, actor: { kind: "system" }, now: inDays(days) });

  expect([await listLeaving(at(6)), await lockLeaving(at(6), account.id)]).toEqual([[], null]);
  expect(await listLeaving(at(7))).toEqual([account.id]);
  expect(await lockLeaving(at(7), account.id)).toMatchObject({ id: account.id });
});
