import { asc } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, createIdentity, createRemoteEvent } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findSession, openSession } from "@/lib/accounts/session";
import { findProfile } from "@/lib/identities/queries";
import { accountOf, others, reported } from "../testing/cases";
import { lockAccount, openAccount } from "./lock-account";

const reason = "Against our rules";

const actionsOf = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(asc(moderationLog.id))).map(({ action }) => action);
const factsOf = async (db: Database, prefix: RegExp) =>
  (await db.select().from(journal).orderBy(asc(journal.id)))
    .map(({ kind }) => kind)
    .filter((kind) => prefix.test(kind));

describe("lockAccount", () => {
  test("signs out for as long as it is locked, and leaves all identities in sight", async ({ db }) => {
    const moderator = await accountOf(db, "moderator");
    const account = await createAccount(db);
    const identity = await createIdentity(db, { account });
    const { id: caseId } = await reported(db, { kind: "identity", name: identity.handle });
    const sessionId = await openSession(moderator, account.id, "");
    await lockAccount(moderator, { caseId, reason });
    await lockAccount(moderator, { caseId, reason });
    expect(await findSession(moderator, sessionId)).toBeNull();
    await expect(openSession(moderator, account.id, "")).rejects.toMatchObject({
      reason: "account_suspended",
    });
    expect(await findProfile(db, identity.handle)).not.toBeNull();

    await openAccount(moderator, { caseId, reason });
    await openAccount(moderator, { caseId, reason });
    expect(await findSession(moderator, await openSession(moderator, account.id, ""))).not.toBeNull();
    expect(await actionsOf(db)).toEqual(["account.suspended", "account.opened"]);
    expect(await factsOf(db, /^account/)).toEqual(["account.suspended", "account.opened"]);
  });

  test("refuses those who look after the server, people of other servers, and everybody but moderators", async ({
    db,
  }) => {
    const moderator = await accountOf(db, "moderator");
    const staff = await createIdentity(db, { account: await createAccount(db, { role: "moderator" }) });
    const own = await reported(db, { kind: "identity", name: staff.handle });
    const lock = lockAccount(moderator, { caseId: own.id, reason });
    await expect(lock).rejects.toMatchObject({ code: "forbidden" });
    const far = await reported(db, { uri: (await createRemoteEvent(db)).uri });
    for (const act of [lockAccount, openAccount]) {
      await expect(act(moderator, { caseId: far.id, reason })).rejects.toMatchObject({
        reason: "account_not_found",
      });
      for (const ctx of await others(db))
        await expect(act(ctx, { caseId: far.id, reason })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
