import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { confirmAccount } from "./confirm";
import { hashPassword } from "./password";
import { closeSession, findSession } from "./session";
import { signInWithPassword } from "./sign-in";
import { issueToken } from "./token";

const nobody = (db: Database) => ({ db, actor: { kind: "anonymous" as const }, now });
const DAY = 86_400_000;

const input = { email: "ada@example.org", password: "ring the bells" };

async function sessionOf(db: Database, userAgent = ""): Promise<string> {
  const admission = await signInWithPassword(nobody(db), input, userAgent);
  if (!("sessionId" in admission)) throw new Error("asked for a second factor");
  return admission.sessionId;
}

describe("signInWithPassword", () => {
  test("opens a session that lasts until it is closed", async ({ db }) => {
    const account = await createAccount(db, {
      email: input.email,
      passwordHash: await hashPassword(input.password),
    });

    const sessionId = await sessionOf(db, "a browser");

    expect(await findSession(nobody(db), sessionId)).toMatchObject({ accountId: account.id, role: "member" });
    await closeSession(nobody(db), sessionId);
    await closeSession(nobody(db), sessionId);
    expect(await findSession(nobody(db), sessionId)).toBeNull();
  });

  test("gives a session of its own to every device", async ({ db }) => {
    await createAccount(db, { email: input.email, passwordHash: await hashPassword(input.password) });

    const first = await sessionOf(db);
    expect(await sessionOf(db)).not.toBe(first);
  });

  test("refuses a wrong password and an unknown address in the same words", async ({ db }) => {
    await createAccount(db, { email: input.email, passwordHash: await hashPassword(input.password) });
    const refused = { code: "unauthenticated", reason: "wrong_credentials" };

    const wrong = signInWithPassword(nobody(db), { ...input, password: "something else" }, "");
    await expect(wrong).rejects.toMatchObject(refused);
    const unknown = signInWithPassword(nobody(db), { ...input, email: "nobody@example.org" }, "");
    await expect(unknown).rejects.toMatchObject(refused);
  });

  test("tells an unconfirmed account so only if the password is right", async ({ db }) => {
    const passwordHash = await hashPassword(input.password);
    await createAccount(db, { email: input.email, passwordHash, confirmedAt: null });

    const right = signInWithPassword(nobody(db), input, "");
    await expect(right).rejects.toMatchObject({ reason: "account_unconfirmed" });
    const wrong = signInWithPassword(nobody(db), { ...input, password: "something else" }, "");
    await expect(wrong).rejects.toMatchObject({ reason: "wrong_credentials" });
  });

  test("lets a session run out 60 days after its last use", async ({ db }) => {
    await createAccount(db, { email: input.email, passwordHash: await hashPassword(input.password) });
    const sessionId = await sessionOf(db);
    const later = (days: number) => ({ db, now: new Date(now.getTime() + days * DAY) });

    expect(await findSession(later(59), sessionId)).not.toBeNull();
    expect(await findSession(later(118), sessionId)).not.toBeNull();
    expect(await findSession(later(179), sessionId)).toBeNull();
  });
});

describe("confirmAccount", () => {
  test("signs in with the link, once", async ({ db }) => {
    const account = await createAccount(db, { confirmedAt: null });
    const token = await issueToken(nobody(db), { kind: "confirm", accountId: account.id, hours: 48 });

    const admission = await confirmAccount(nobody(db), token, "");

    const sessionId = admission && "sessionId" in admission ? admission.sessionId : "";
    expect(await findSession(nobody(db), sessionId)).toMatchObject({ accountId: account.id });
    const again = confirmAccount(nobody(db), token, "");
    await expect(again).rejects.toMatchObject({ reason: "link_used_or_expired" });
  });

  test("opens no session where a moderator decides first, and says once that somebody waits", async ({
    db,
  }) => {
    const account = await createAccount(db, { confirmedAt: null, approvedAt: null, application: "I sing." });
    const asked = { kind: "confirm", accountId: account.id, hours: 48 } as const;

    expect(await confirmAccount(nobody(db), await issueToken(nobody(db), asked), "")).toBeNull();
    expect(await confirmAccount(nobody(db), await issueToken(nobody(db), asked), "")).toBeNull();

    expect(await db.select().from(sessions)).toEqual([]);
    expect((await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind)).toEqual([
      "account.confirmed",
      "account.applied",
    ]);
  });

  test("ends the other links that were mailed for it", async ({ db }) => {
    const account = await createAccount(db, { confirmedAt: null });
    const asked = { kind: "confirm", accountId: account.id, hours: 48 } as const;
    const older = await issueToken(nobody(db), asked);

    await confirmAccount(nobody(db), await issueToken(nobody(db), asked), "");

    const second = confirmAccount(nobody(db), older, "");
    await expect(second).rejects.toMatchObject({ reason: "link_used_or_expired" });
  });

  test("refuses a link after 48 hours, and one made for something else", async ({ db }) => {
    const account = await createAccount(db, { confirmedAt: null });
    const token = await issueToken(nobody(db), { kind: "confirm", accountId: account.id, hours: 48 });
    const other = await issueToken(nobody(db), { kind: "welcome", accountId: null, hours: 48 });
    const refused = { reason: "link_used_or_expired" };

    const late = { ...nobody(db), now: new Date(now.getTime() + 2 * DAY) };
    await expect(confirmAccount(late, token, "")).rejects.toMatchObject(refused);
    await expect(confirmAccount(nobody(db), other, "")).rejects.toMatchObject(refused);
  });
});
