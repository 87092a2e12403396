import { describe, expect } from "vitest";
import { accountTokens } from "@/db/schema/accounts";
import { createAccount } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { useToken } from "@/lib/accounts/token";
import { askConfirmation } from "./ask-confirmation";
import { mailKnownAddress } from "./mail-known-address";
import { recorded, waitingMails, worker } from "./testing/facts";

describe("askConfirmation", () => {
  test("mails a link that works once, in the account's language", async ({ db }) => {
    const account = await createAccount(db, { confirmedAt: null, locale: "fr" });
    await askConfirmation(worker(db), recorded({ kind: "account.created", accountId: account.id }));

    const [mail] = await waitingMails(db);
    expect(mail).toMatchObject({
      to: account.email,
      locale: "fr",
      subject: "Confirmez votre adresse sur Carillon",
    });
    const [, token = ""] = mail?.text.match(/\/confirm\/([\w-]+)\n/) ?? [];
    expect(await useToken(worker(db), "confirm", token)).toMatchObject({ accountId: account.id });
    await expect(useToken(worker(db), "confirm", token)).rejects.toMatchObject({
      reason: "link_used_or_expired",
    });
  });

  test("mails one link when it hears twice", async ({ db }) => {
    const { id } = await createAccount(db, { confirmedAt: null });
    await askConfirmation(worker(db), recorded({ kind: "account.created", accountId: id }));
    await askConfirmation(worker(db), recorded({ kind: "account.created", accountId: id }));
    expect(await waitingMails(db)).toHaveLength(1);
    expect(await db.select().from(accountTokens)).toHaveLength(1);
  });

  test("asks nobody who confirmed meanwhile, or is gone", async ({ db }) => {
    const { id } = await createAccount(db);
    await askConfirmation(worker(db), recorded({ kind: "account.created", accountId: id }));
    const accountId = "0193573f-0000-7000-8000-000000000000";
    await askConfirmation(worker(db), recorded({ kind: "account.created", accountId }));
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("mailKnownAddress", () => {
  test("tells the owner once a day, however often somebody tries", async ({ db }) => {
    const account = await createAccount(db);
    for (const factId of [1, 2, 3]) {
      await mailKnownAddress(
        worker(db),
        recorded({ kind: "account.claimed", accountId: account.id }, factId),
      );
    }
    const tomorrow = { ...recorded({ kind: "account.claimed" as const, accountId: account.id }, 4) };
    await mailKnownAddress(worker(db), { ...tomorrow, at: new Date("2026-11-24T01:00:00Z") });
    const mails = await waitingMails(db);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [account.email, "You already have an account on Carillon"],
      [account.email, "You already have an account on Carillon"],
    ]);
    expect(mails[0]?.text).toContain("http://localhost:3000/sign-in");
  });
});
