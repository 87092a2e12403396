import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { test } from "@/db/testing/test";
import { askPasswordReset, resetPassword } from "./reset-password";
import { openSession } from "./session";
import { signInWithPassword } from "./sign-in";
import { accountNow, asNobody, createMember, factsOf, PASSWORD } from "./testing/people";
import { issueToken } from "./token";

const newPassword = "the bells ring again";
const refused = { reason: "link_used_or_expired" };

function linkFor(db: Database, accountId: string) {
  return issueToken(asNobody(db), { kind: "reset_password", accountId, hours: 2 });
}

describe("askPasswordReset", () => {
  test("writes down that somebody asked, also for an address that nobody has", async ({ db }) => {
    const ada = await createMember(db);
    await askPasswordReset(asNobody(db), ada.email);
    await askPasswordReset(asNobody(db), "nobody@example.org");
    expect(await factsOf(db)).toEqual([
      ["account.password_forgotten", ada.id],
      ["account.password_forgotten", null],
    ]);
  });
});

describe("resetPassword", () => {
  test("changes the password, signs out everywhere and signs nobody in", async ({ db }) => {
    const ada = await createMember(db);
    const grace = await createMember(db);
    await openSession(asNobody(db), ada.id, "a telephone");
    await openSession(asNobody(db), grace.id, "another one");

    await resetPassword(asNobody(db), { token: await linkFor(db, ada.id), newPassword });

    const left = await db.select().from(sessions);
    expect(left.map(({ accountId }) => accountId)).toEqual([grace.id]);
    expect(await factsOf(db)).toEqual([["account.password_changed", ada.id]]);
    const old = signInWithPassword(asNobody(db), { email: ada.email, password: PASSWORD }, "");
    await expect(old).rejects.toMatchObject({ reason: "wrong_credentials" });
    const input = { email: ada.email, password: newPassword };
    expect(await signInWithPassword(asNobody(db), input, "")).toHaveProperty("sessionId");
  });

  test("works once, ends the other links, and those that were begun with the old password", async ({
    db,
  }) => {
    const { id } = await createMember(db, { newEmail: "new@example.org" });
    const token = await linkFor(db, id);
    const others = await Promise.all([
      linkFor(db, id),
      issueToken(asNobody(db), { kind: "change_email", accountId: id, hours: 24 }),
      issueToken(asNobody(db), { kind: "second_step", accountId: id, hours: 1 }),
      issueToken(asNobody(db), { kind: "confirm", accountId: id, hours: 1 }),
    ]);

    await resetPassword(asNobody(db), { token, newPassword });

    for (const link of [token, ...others])
      await expect(resetPassword(asNobody(db), { token: link, newPassword })).rejects.toMatchObject(refused);
    expect((await accountNow(db, id)).newEmail).toBeNull();
  });

  test("refuses a link after two hours, one made for something else, and an invented one", async ({ db }) => {
    const { id, passwordHash } = await createMember(db);
    const token = await linkFor(db, id);
    const other = await issueToken(asNobody(db), { kind: "confirm", accountId: id, hours: 48 });

    await expect(resetPassword(asNobody(db, 2), { token, newPassword })).rejects.toMatchObject(refused);
    for (const wrong of [other, "x".repeat(32)])
      await expect(resetPassword(asNobody(db), { token: wrong, newPassword })).rejects.toMatchObject(refused);
    expect((await accountNow(db, id)).passwordHash).toBe(passwordHash);
  });

  test("confirms an address that was not, since the mail arrived there", async ({ db }) => {
    const { id } = await createMember(db, { confirmedAt: null });
    await resetPassword(asNobody(db), { token: await linkFor(db, id), newPassword });
    expect((await accountNow(db, id)).confirmedAt).not.toBeNull();
    expect((await factsOf(db)).map(([kind]) => kind)).toEqual([
      "account.confirmed",
      "account.password_changed",
    ]);
  });

  test("leaves whoever waits for a moderator waiting", async ({ db }) => {
    const { id, email } = await createMember(db, { confirmedAt: null, approvedAt: null });
    await resetPassword(asNobody(db), { token: await linkFor(db, id), newPassword });
    const input = { email, password: newPassword };
    await expect(signInWithPassword(asNobody(db), input, "")).rejects.toMatchObject({
      reason: "account_waits_for_approval",
    });
  });

  test("gives a first password to an account that signs in elsewhere", async ({ db }) => {
    const { id, email } = await createMember(db, { passwordHash: null });
    await resetPassword(asNobody(db), { token: await linkFor(db, id), newPassword });
    const input = { email, password: newPassword };
    expect(await signInWithPassword(asNobody(db), input, "")).toHaveProperty("sessionId");
  });
});
