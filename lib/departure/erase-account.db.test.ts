import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Account, accounts, accountTokens, sessions } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { dataExports } from "@/db/schema/data-exports";
import { feedTokens } from "@/db/schema/feed-tokens";
import { journal } from "@/db/schema/journal";
import { mails } from "@/db/schema/mails";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { keepAccount, startLeaving } from "@/lib/accounts/leaving";
import { openSession } from "@/lib/accounts/session";
import { issueToken } from "@/lib/accounts/token";
import { findMailbox } from "@/lib/identities/mailbox";
import { queueMail } from "@/lib/mail/queue";
import { eraseAccount } from "./erase-account";
import { sweepDepartures } from "./sweep";

const DAY = 86_400_000;
const system = (db: Database, days = 7) => ({
  db,
  actor: { kind: "system" as const },
  now: new Date(now.getTime() + days * DAY),
});

async function settle(db: Database) {
  const account = await createAccount(db, { newEmail: "new@example.org" });
  const faces = [await createIdentity(db, { account }), await createIdentity(db, { account })];
  await db.insert(feedTokens).values({ actorId: faces[0]!.id, nonce: "n", hash: "h" });
  await db.insert(dataExports).values({ accountId: account.id });
  const ctx = { db, actor: { kind: "account" as const, accountId: account.id, role: account.role }, now };
  const sessionId = await openSession(ctx, account.id, "a browser");
  await startLeaving(ctx, { proof: { typed: account.email }, sessionId });
  return { account, faces, ctx };
}

async function erasures(db: Database) {
  const rows = await db.execute<{ payload: { actorId: string }; run_at: string }>(sql`
    select payload, run_at::text from graphile_worker._private_jobs where key like 'erase-identity:%'`);
  return rows.map(({ payload, run_at }) => ({ payload, runAt: new Date(run_at) }));
}

const find = (db: Database, { id }: Account) => db.select().from(accounts).where(eq(accounts.id, id));

describe("eraseAccount", () => {
  test("takes the account with all that hangs on it, once its grace is over", async ({ db }) => {
    const { account, faces } = await settle(db);
    await issueToken(system(db), {
      kind: "finish_sign_up",
      accountId: null,
      hours: 1,
      data: { email: account.email },
    });

    await eraseAccount(system(db, 6.9), account.id);
    expect(await find(db, account)).toHaveLength(1);
    await eraseAccount(system(db), account.id);
    await eraseAccount(system(db), account.id);

    for (const table of [accounts, sessions, accountTokens, dataExports]) {
      expect(await db.select().from(table)).toEqual([]);
    }
    expect(
      await findMailbox(
        db,
        faces.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  test("leaves each identity as it is until a moment of its own within three days", async ({ db }) => {
    const { account, faces } = await settle(db);
    await eraseAccount(system(db), account.id);

    const rows = await db.select().from(actors);
    expect(rows).toEqual(expect.arrayContaining(faces));
    // Two friends who were each given a calendar would compare when it ended.
    expect(await db.select().from(feedTokens)).toMatchObject([{ actorId: faces[0]!.id }]);
    const jobs = await erasures(db);
    expect(jobs.map(({ payload }) => payload.actorId).sort()).toEqual(faces.map(({ id }) => id).sort());
    expect(jobs.every(({ payload }) => Object.keys(payload).join() === "actorId")).toBe(true);
    const start = system(db).now.getTime();
    for (const { runAt } of jobs) {
      expect(runAt.getTime()).toBeGreaterThanOrEqual(start);
      expect(runAt.getTime()).toBeLessThan(start + 3 * DAY);
    }
    expect(jobs[0]!.runAt).not.toEqual(jobs[1]!.runAt);
    const facts = await db.select().from(journal);
    expect(facts.filter(({ kind }) => kind === "identity.deleted")).toEqual([]);
  });

  test("forgets what waits to be sent to its address, and nothing that waits for others", async ({ db }) => {
    const { account } = await settle(db);
    const mail = { subject: "S", text: "T", html: "H", locale: "en" as const };
    const waiting = {
      own: account.email,
      others: "somebody@example.org",
      // Perhaps somebody else's: they only wished to have it.
      wished: "new@example.org",
      "account.new_email_asked:7": "new@example.org",
    };
    for (const [key, to] of Object.entries(waiting)) await queueMail(system(db), key, { ...mail, to });

    await eraseAccount(system(db), account.id);

    const rows = await db.select().from(mails);
    const kept = rows.filter(({ body }) => body).map(({ key }) => key);
    expect(kept.sort()).toEqual(["others", "wished"]);
  });

  test("does nothing to an account that was kept", async ({ db }) => {
    const { account, ctx } = await settle(db);
    await keepAccount(ctx);
    await eraseAccount(system(db, 30), account.id);
    expect(await find(db, account)).toHaveLength(1);
    expect(await erasures(db)).toEqual([]);
  });
});

describe("sweepDepartures", () => {
  test("finds accounts whose job got lost", async ({ db }) => {
    const { account } = await settle(db);
    const due = async () => {
      const rows = await db.execute<{ due: boolean }>(sql`
        select run_at <= now() as due from graphile_worker._private_jobs where key = ${`erase-account:${account.id}`}`);
      return rows.map((row) => row.due);
    };
    await sweepDepartures(system(db, 6));
    expect(await due()).toEqual([false]);
    await sweepDepartures(system(db, 8));
    expect(await due()).toEqual([true]);
  });

  test("starts again what was given up halfway, and leaves those alone that are done or have an owner", async ({
    db,
  }) => {
    const half = await createIdentity(db, { deletedAt: now });
    await createIdentity(db, { deletedAt: now, name: "" });
    await createIdentity(db);
    await sweepDepartures(system(db, 1));
    expect(await erasures(db)).toMatchObject([{ payload: { actorId: half.id } }]);
  });
});
