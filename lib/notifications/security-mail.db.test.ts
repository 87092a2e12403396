import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { createAccount, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findToken } from "@/lib/accounts/token";
import { askConfirmation } from "./ask-confirmation";
import { mailNewEmail } from "./mail-new-email";
import { mailPasswordReset } from "./mail-password-reset";
import { tellPasswordChanged } from "./tell-password-changed";
import { recorded, waitingMails, worker } from "./testing/facts";

const newEmail = "new@example.org";

async function tokensIn(db: Database, path: string): Promise<string[]> {
  const link = new RegExp(`/${path}/([\\w-]+)\\n`);
  return (await waitingMails(db)).flatMap(({ text }) => link.exec(text)?.[1] ?? []);
}

describe("mailPasswordReset", () => {
  test("mails a link that works two hours, in the account's language, and names no identity", async ({
    db,
  }) => {
    const account = await createAccount(db, { locale: "fr" });
    await createIdentity(db, { account, name: "La Grimpe", handle: "la_grimpe" });
    const fact = recorded({ kind: "account.password_forgotten", accountId: account.id });
    await mailPasswordReset(worker(db), fact);

    const [mail] = await waitingMails(db);
    expect(mail).toMatchObject({ to: account.email, locale: "fr" });
    expect(mail?.subject).toBe("Choisissez un nouveau mot de passe sur Carillon");
    expect(JSON.stringify(mail)).not.toMatch(/grimpe/i);
    const [token = ""] = await tokensIn(db, "reset-password");
    expect(await findToken(worker(db), "reset_password", token)).toMatchObject({ accountId: account.id });
    const late = { ...worker(db), now: new Date(worker(db).now.getTime() + 2 * 3_600_000) };
    expect(await findToken(late, "reset_password", token)).toBeNull();
  });

  test("mails once when it hears twice, and a newer link voids the older", async ({ db }) => {
    const { id } = await createAccount(db);
    for (const factId of [1, 1, 2])
      await mailPasswordReset(
        worker(db),
        recorded({ kind: "account.password_forgotten", accountId: id }, factId),
      );

    const [older = "", newer = "", ...more] = await tokensIn(db, "reset-password");
    expect(more).toEqual([]);
    expect(await findToken(worker(db), "reset_password", older)).toBeNull();
    expect(await findToken(worker(db), "reset_password", newer)).not.toBeNull();
  });

  test("mails nobody when nobody was meant", async ({ db }) => {
    await mailPasswordReset(worker(db), recorded({ kind: "account.password_forgotten", accountId: null }));
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("tellPasswordChanged writes to the account, once for its fact", async ({ db }) => {
  const { id, email } = await createAccount(db);
  const fact = recorded({ kind: "account.password_changed", accountId: id });
  await tellPasswordChanged(worker(db), fact);
  await tellPasswordChanged(worker(db), fact);
  const mails = await waitingMails(db);
  expect(mails).toMatchObject([{ to: email, subject: "Your password on Carillon was changed" }]);
  expect(mails[0]?.text).toContain("http://localhost:3000/forgot-password");
});

test("askConfirmation mails another link when it was asked for", async ({ db }) => {
  const { id } = await createAccount(db, { confirmedAt: null });
  await askConfirmation(worker(db), recorded({ kind: "account.created", accountId: id }, 1));
  await askConfirmation(worker(db), recorded({ kind: "account.confirmation_asked", accountId: id }, 2));
  const tokens = await tokensIn(db, "confirm");
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(await findToken(worker(db), "confirm", token)).not.toBeNull();
});

describe("mailNewEmail", () => {
  const asked = (accountId: string, factId?: number) =>
    recorded({ kind: "account.new_email_asked" as const, accountId }, factId);

  test("tells the old address what was asked, and mails the new one a link for a day", async ({ db }) => {
    const { id, email } = await createAccount(db, { newEmail });
    await mailNewEmail(worker(db), asked(id));
    await mailNewEmail(worker(db), asked(id));

    const [toOld, toNew, ...more] = await waitingMails(db);
    expect(more).toEqual([]);
    expect(toOld).toMatchObject({ to: email, subject: "Another address for your account on Carillon?" });
    expect(toOld?.text).toContain(newEmail);
    expect(toOld?.text).not.toContain("confirm-email");
    expect(toNew).toMatchObject({ to: newEmail, subject: "Confirm your new address on Carillon" });
    expect(JSON.stringify(toNew)).not.toContain(email);
    const [token = ""] = await tokensIn(db, "confirm-email");
    const found = { accountId: id, data: { email: newEmail } };
    expect(await findToken(worker(db), "change_email", token)).toEqual(found);
  });

  test("tells whoever has that address already, once a day, and mails no link", async ({ db }) => {
    await createAccount(db, { email: newEmail, locale: "fr" });
    const ada = await createAccount(db, { newEmail });
    const grace = await createAccount(db, { newEmail });
    await mailNewEmail(worker(db), asked(ada.id, 1));
    await mailNewEmail(worker(db), asked(grace.id, 2));

    const mails = await waitingMails(db);
    expect(mails.map(({ to }) => to)).toEqual([ada.email, newEmail, grace.email]);
    expect(mails[1]?.subject).toBe("Cette adresse a déjà un compte sur Carillon");
    expect(JSON.stringify(mails[1])).not.toMatch(new RegExp(`${ada.email}|${grace.email}`));
    expect(await tokensIn(db, "confirm-email")).toEqual([]);
  });

  test("mails a link to an address whose account was never confirmed: anybody could have typed it", async ({
    db,
  }) => {
    await createAccount(db, { email: newEmail, confirmedAt: null });
    const { id } = await createAccount(db, { newEmail });
    await mailNewEmail(worker(db), asked(id));
    expect(await tokensIn(db, "confirm-email")).toHaveLength(1);
  });

  test("writes to nobody once the wish was taken back", async ({ db }) => {
    const { id } = await createAccount(db);
    await mailNewEmail(worker(db), asked(id));
    expect(await waitingMails(db)).toEqual([]);
  });
});
