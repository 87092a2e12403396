import { describe, expect } from "vitest";
import { createAccount } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { takeCode } from "@/lib/accounts/second-factor/take-code";
import { createSecured } from "@/lib/accounts/second-factor/testing/owner";
import { tellRecoveryCodeUsed, tellSecondFactorChanged } from "./tell-second-factor";
import { recorded, waitingMails, worker } from "./testing/facts";

describe("tellSecondFactorChanged", () => {
  test("tells the owner on and off, once each, in the account's language", async ({ db }) => {
    const { id: accountId, email } = await createAccount(db, { locale: "fr" });
    for (const isOn of [true, false, false]) {
      const fact = { kind: "account.second_factor_changed", accountId, isOn } as const;
      await tellSecondFactorChanged(worker(db), recorded(fact, isOn ? 1 : 2));
    }
    const mails = await waitingMails(db);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [email, "La connexion en deux étapes à Carillon est activée"],
      [email, "La connexion en deux étapes à Carillon est désactivée"],
    ]);
  });

  test("tells nobody who is gone", async ({ db }) => {
    const accountId = "0193573f-0000-7000-8000-000000000000";
    await tellSecondFactorChanged(
      worker(db),
      recorded({ kind: "account.second_factor_changed", accountId, isOn: true }),
    );
    await tellRecoveryCodeUsed(worker(db), recorded({ kind: "account.recovery_code_used", accountId }));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("tellRecoveryCodeUsed", () => {
  test("says how many are left, once", async ({ db }) => {
    const { account, recoveryCodes } = await createSecured(db);
    await takeCode(worker(db), account.id, recoveryCodes[0]!);
    const fact = recorded({ kind: "account.recovery_code_used" as const, accountId: account.id });
    await tellRecoveryCodeUsed(worker(db), fact);
    await tellRecoveryCodeUsed(worker(db), fact);

    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: account.email,
      subject: "A recovery code of your account on Carillon was used",
    });
    expect(mail?.text).toContain("9 recovery codes are left.");
    expect(mail?.text).toContain("http://localhost:3000/my/security");
  });

  test("leaves it to the other mail where it was switched off with it", async ({ db }) => {
    const { id: accountId } = await createAccount(db);
    await tellRecoveryCodeUsed(worker(db), recorded({ kind: "account.recovery_code_used", accountId }));
    expect(await waitingMails(db)).toEqual([]);
  });
});
