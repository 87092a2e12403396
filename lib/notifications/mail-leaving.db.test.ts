import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { dataExports } from "@/db/schema/data-exports";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { keepAccountByLink } from "@/lib/accounts/leaving";
import { mailWayBack, tellKept } from "./mail-leaving";
import { tellExportReady } from "./tell-export-ready";
import { recorded, waitingMails, worker } from "./testing/facts";

const leavesAt = new Date("2026-11-30T12:00:00Z");
const asked = (accountId: string) => recorded({ kind: "account.leaving", accountId });

async function leaver(db: Database) {
  const account = await createAccount(db, { leavesAt, zone: "Europe/Paris" });
  await createIdentity(db, { account, name: "Ada Marchand", handle: "ada" });
  return account;
}

describe("mailWayBack", () => {
  test("says when the account goes, and brings a link that keeps it", async ({ db }) => {
    const account = await leaver(db);
    await mailWayBack(worker(db), asked(account.id));

    const [mail] = await waitingMails(db);
    expect(mail).toMatchObject({ to: account.email, subject: "Your account on Carillon will be deleted" });
    expect(mail?.text).toContain("Monday 30 November 2026, 13:00");
    const [, token = ""] = mail?.text.match(/\/keep-account\/([\w-]+)\n/) ?? [];
    await keepAccountByLink(worker(db), token);
    expect(await db.select().from(accounts)).toMatchObject([{ leavesAt: null }]);
  });

  test("names no identity, and is written once though it is heard twice", async ({ db }) => {
    const account = await leaver(db);
    for (const _ of ["once", "twice"]) await mailWayBack(worker(db), asked(account.id));

    const mails = await waitingMails(db);
    expect([mails.length, (await db.select().from(accountTokens)).length]).toEqual([1, 1]);
    expect(JSON.stringify(mails)).not.toMatch(/ada/i);
  });

  test("says nothing to whoever kept the account meanwhile, or is gone", async ({ db }) => {
    const { id } = await createAccount(db);
    await mailWayBack(worker(db), asked(id));
    await mailWayBack(worker(db), asked("0193573f-0000-7000-8000-000000000000"));
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("whoever keeps the account hears of it, unless it leaves again", async ({ db }) => {
  const kept = await createAccount(db);
  const leaving = await leaver(db);
  for (const { id } of [kept, leaving])
    await tellKept(worker(db), recorded({ kind: "account.kept", accountId: id }));
  expect((await waitingMails(db)).map(({ to }) => to)).toEqual([kept.email]);
});

test("a file that is ready is told of, while it can be fetched; its address is not in the mail", async ({
  db,
}) => {
  const { id: accountId } = await createAccount(db);
  const tell = async (expiresAt: Date, factId: number) => {
    const [made] = await db
      .insert(dataExports)
      .values({ accountId, status: "ready", expiresAt, fileName: "secret" })
      .returning();
    await tellExportReady(
      worker(db),
      recorded({ kind: "export.ready", accountId, exportId: made!.id }, factId),
    );
    return made!;
  };
  const { id } = await tell(new Date(now.getTime() + 1), 1);
  await tell(now, 2);

  const mails = await waitingMails(db);
  expect(mails).toMatchObject([{ subject: "Your data from Carillon are ready" }]);
  expect(mails[0]?.text).toContain("http://localhost:3000/my/data\n");
  expect(JSON.stringify(mails)).not.toMatch(new RegExp(`${id}|secret`));
});
