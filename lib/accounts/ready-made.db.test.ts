import { describe, expect, vi } from "vitest";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { endAccount } from "./administration/end-account";
import { giveRole } from "./administration/give-role";
import { setAccountEmail } from "./administration/set-email";
import { changePassword } from "./change-password";
import { signOutOtherDevices } from "./devices";
import { addExternalLogin } from "./external-link";
import { startLeaving } from "./leaving";
import { hashPassword } from "./password";
import { askPasswordReset, resetPassword } from "./reset-password";
import { beginSecondFactor } from "./second-factor/begin";
import { issueToken } from "./token";

vi.stubEnv("DEMO", "1");

const refused = { code: "conflict", reason: "not_in_demo" };

describe("the ready-made people of a demonstration", () => {
  test("keep password, address, second factor, role and account, whoever asks", async ({ db }) => {
    const passwordHash = await hashPassword("ring the bells");
    const account = await createAccount(db, { email: "member@demo.invalid", passwordHash });
    const { id: accountId, role } = account;
    const own: Context = { db, actor: { kind: "account", accountId, role }, now };
    const system: Context = { db, actor: { kind: "system" }, now };
    const [password, newPassword] = ["ring the bells", "another password"];
    await expect(changePassword(own, { password, newPassword }, "")).rejects.toMatchObject(refused);
    await expect(beginSecondFactor(own, { password })).rejects.toMatchObject(refused);
    await expect(startLeaving(own, { proof: { password } })).rejects.toMatchObject(refused);
    await expect(signOutOtherDevices(own, "")).rejects.toMatchObject(refused);
    const login = { issuer: "https://login.example.org", subject: "ada" };
    await expect(addExternalLogin(own, accountId, login)).rejects.toMatchObject(refused);
    await expect(giveRole(system, { accountId, role: "moderator" })).rejects.toMatchObject(refused);
    await expect(endAccount(system, { accountId, isAtOnce: true })).rejects.toMatchObject(refused);
    const other = { accountId, email: "other@example.org" };
    await expect(setAccountEmail(system, other)).rejects.toMatchObject(refused);
    await askPasswordReset(system, account.email);
    const token = await issueToken(system, { kind: "reset_password", accountId, hours: 1 });
    await expect(resetPassword(system, { token, newPassword })).rejects.toMatchObject(refused);
  });

  test("are no others: an account that a visitor makes changes its password", async ({ db }) => {
    const passwordHash = await hashPassword("ring the bells");
    const { id: accountId, role } = await createAccount(db, { passwordHash });
    const own: Context = { db, actor: { kind: "account", accountId, role }, now };
    const words = { password: "ring the bells", newPassword: "another password" };
    await expect(changePassword(own, words, "")).resolves.toBeTypeOf("string");
  });
});
