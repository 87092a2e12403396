import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { admitApplicant, turnDownApplicant } from "./application-decide";
import { eraseTurnedDown, findTurnedDown } from "./application-erase";
import { APPLICANTS_PER_PAGE, countApplicants, listApplicants } from "./application-list";
import { staff } from "./testing/registration";

async function applicant(db: Database, values: Partial<typeof accounts.$inferInsert> = {}) {
  const account = await createAccount(db, { approvedAt: null, application: "I sing.", ...values });
  const [identity] = await db
    .insert(actors)
    .values({ kind: "person", handle: `h_${account.id.slice(-8)}`, name: "Grace", uri: account.id })
    .returning();
  await db
    .insert(accountIdentities)
    .values({ accountId: account.id, actorId: identity!.id, isDefault: true });
  return { account, identity: identity! };
}

const factsOf = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);
const byId = async (db: Database, id: string) =>
  (await db.select().from(accounts).where(eq(accounts.id, id)))[0];

describe("those who wait", () => {
  test("are listed with what they wrote and never with their address, page by page", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { account, identity } = await applicant(db, { createdAt: new Date("2026-11-01") });
    for (let i = 0; i < APPLICANTS_PER_PAGE; i++) await applicant(db);

    const first = await listApplicants(moderator, 1);

    expect(first).toHaveLength(APPLICANTS_PER_PAGE);
    expect(first[0]).toEqual({
      accountId: account.id,
      application: "I sing.",
      createdAt: account.createdAt,
      name: "Grace",
      handle: identity.handle,
    });
    expect(await listApplicants(moderator, 2)).toHaveLength(1);
    expect(await countApplicants({ db })).toBe(APPLICANTS_PER_PAGE + 1);
  });

  test("are neither those who did not confirm nor those who are decided about", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    await applicant(db, { confirmedAt: null });
    await applicant(db, { approvedAt: now });
    await applicant(db, { application: "" });
    expect(await listApplicants(moderator, 1)).toEqual([]);
    expect(await countApplicants({ db })).toBe(0);
  });

  test("are for the eyes of those who moderate", async ({ db }) => {
    const { id: accountId } = await createAccount(db);
    const identity = await createIdentity(db);
    const others = [
      { kind: "anonymous" as const },
      { kind: "identity" as const, actorId: identity.id },
      { kind: "account" as const, accountId, role: "member" as const },
    ];
    const { account } = await applicant(db);
    for (const actor of others) {
      const ctx = { db, actor, now };
      const forbidden = { code: "forbidden" };
      await expect((async () => listApplicants(ctx, 1))()).rejects.toMatchObject(forbidden);
      await expect(admitApplicant(ctx, account.id)).rejects.toMatchObject(forbidden);
      await expect(turnDownApplicant(ctx, account.id, "")).rejects.toMatchObject(forbidden);
    }
    expect(await byId(db, account.id)).toEqual(account);
  });
});

describe("admitApplicant", () => {
  test("lets in, forgets what they wrote, and writes down who decided, once", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { account, identity } = await applicant(db);

    await admitApplicant(moderator, account.id);
    await admitApplicant(await staff(db, "administrator"), account.id);

    expect(await byId(db, account.id)).toMatchObject({ approvedAt: now, application: "" });
    expect(await factsOf(db)).toEqual(["account.admitted"]);
    expect(await db.select().from(moderationLog)).toMatchObject([
      {
        moderatorId: moderator.actor.accountId,
        action: "account.admitted",
        actorId: identity.id,
        reason: "",
      },
    ]);
    const late = turnDownApplicant(moderator, account.id, "No.");
    await expect(late).rejects.toMatchObject({ code: "conflict", reason: "application_decided" });
  });

  test("refuses who is not there, or has not confirmed the address", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const missing = { code: "not_found", reason: "application_not_found" };
    const nobody = "0193573f-0000-7000-8000-000000000000";
    const { account } = await applicant(db, { confirmedAt: null });
    for (const id of [nobody, account.id]) {
      await expect(admitApplicant(moderator, id)).rejects.toMatchObject(missing);
      await expect(turnDownApplicant(moderator, id, "")).rejects.toMatchObject(missing);
    }
    expect(await factsOf(db)).toEqual([]);
  });
});

describe("turnDownApplicant", () => {
  test("takes them off the list and keeps the reason for the mail, once", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { account } = await applicant(db);

    await turnDownApplicant(moderator, account.id, "We only take neighbours.");
    await turnDownApplicant(moderator, account.id, "Another reason");

    expect(await countApplicants({ db })).toBe(0);
    expect(await factsOf(db)).toEqual(["account.turned_down"]);
    expect(await findTurnedDown(moderator, account.id)).toMatchObject({ reason: "We only take neighbours." });
    const late = admitApplicant(moderator, account.id);
    await expect(late).rejects.toMatchObject({ code: "conflict", reason: "application_decided" });
  });

  test("the account and its identity go for good, and the handle is free again", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { account, identity } = await applicant(db);
    await turnDownApplicant(moderator, account.id, "");

    await eraseTurnedDown(moderator, account.id);
    await eraseTurnedDown(moderator, account.id);

    expect(await byId(db, account.id)).toBeUndefined();
    expect(await db.select().from(actors).where(eq(actors.handle, identity.handle))).toEqual([]);
    expect(await findTurnedDown(moderator, account.id)).toBeNull();
  });

  test("nobody else goes with them", async ({ db }) => {
    const moderator = await staff(db, "moderator");
    const { account: waiting } = await applicant(db);
    const { account: member } = await applicant(db, { approvedAt: now, application: "" });

    for (const { id } of [waiting, member]) await eraseTurnedDown(moderator, id);

    expect(await byId(db, waiting.id)).toEqual(waiting);
    expect(await byId(db, member.id)).toEqual(member);
  });
});
