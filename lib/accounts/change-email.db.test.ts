import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { test } from "@/db/testing/test";
import { askNewEmail, confirmNewEmail, takeBackNewEmail } from "./change-email";
import { accountNow, asAccount, asNobody, createMember, factsOf, PASSWORD } from "./testing/people";
import { findToken, issueToken } from "./token";

const email = "new@example.org";
const input = { email, password: PASSWORD };
const refused = { reason: "link_used_or_expired" };

function linkTo(db: Database, accountId: string, address = email) {
  const asked = { kind: "change_email", accountId, hours: 24 } as const;
  return issueToken(asNobody(db), { ...asked, data: { email: address } });
}

describe("askNewEmail", () => {
  test("keeps the old address until the new one is confirmed", async ({ db }) => {
    const ada = await createMember(db);
    await askNewEmail(asAccount(db, ada), input);
    expect(await accountNow(db, ada.id)).toMatchObject({ email: ada.email, newEmail: email });
    expect(await factsOf(db)).toEqual([["account.new_email_asked", ada.id]]);
  });

  test("voids the link that was mailed before", async ({ db }) => {
    const ada = await createMember(db);
    await askNewEmail(asAccount(db, ada), input);
    const older = await linkTo(db, ada.id);
    await askNewEmail(asAccount(db, ada), input);
    await expect(confirmNewEmail(asNobody(db), older)).rejects.toMatchObject(refused);
  });

  test("says nothing about an address that has an account", async ({ db }) => {
    const ada = await createMember(db);
    await createMember(db, { email });
    await askNewEmail(asAccount(db, ada), input);
    expect(await accountNow(db, ada.id)).toMatchObject({ newEmail: email });
  });

  test("refuses a wrong password, the same address, and nobody", async ({ db }) => {
    const ada = await createMember(db);
    const asked = (values: Partial<typeof input>) => askNewEmail(asAccount(db, ada), { ...input, ...values });
    await expect(asked({ password: "something else" })).rejects.toMatchObject({
      fieldErrors: { password: ["wrong_password"] },
    });
    await expect(asked({ email: ada.email })).rejects.toMatchObject({
      fieldErrors: { email: ["email_unchanged"] },
    });
    await expect(askNewEmail(asNobody(db), input)).rejects.toMatchObject({ reason: "sign_in_first" });
    expect(await factsOf(db)).toEqual([]);
  });

  test("refuses addresses that administrators do not want", async ({ db }) => {
    await db.insert(instanceSettings).values({ data: { emailDeny: ["example.org"] } });
    const ada = await createMember(db);
    await expect(askNewEmail(asAccount(db, ada), input)).rejects.toMatchObject({
      fieldErrors: { email: ["email_not_welcome"] },
    });
  });

  test("refuses whoever has no password yet", async ({ db }) => {
    const ada = await createMember(db, { passwordHash: null });
    await expect(askNewEmail(asAccount(db, ada), input)).rejects.toMatchObject({
      reason: "set_password_first",
    });
  });
});

describe("takeBackNewEmail", () => {
  test("ends the wish and its link, as often as it is taken back", async ({ db }) => {
    const ada = await createMember(db);
    await askNewEmail(asAccount(db, ada), input);
    const token = await linkTo(db, ada.id);

    await takeBackNewEmail(asAccount(db, ada));
    await takeBackNewEmail(asAccount(db, ada));

    expect((await accountNow(db, ada.id)).newEmail).toBeNull();
    await expect(confirmNewEmail(asNobody(db), token)).rejects.toMatchObject(refused);
    await expect(takeBackNewEmail(asNobody(db))).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});

describe("confirmNewEmail", () => {
  test("makes the address the account's, once, and ends the links in the old mailbox", async ({ db }) => {
    const { id } = await createMember(db, { newEmail: email });
    const token = await linkTo(db, id);
    const asked = { kind: "reset_password", accountId: id, hours: 2 } as const;
    const reset = await issueToken(asNobody(db), asked);

    expect(await confirmNewEmail(asNobody(db), token)).toBe(id);

    expect(await accountNow(db, id)).toMatchObject({ email, newEmail: null });
    expect(await factsOf(db)).toEqual([["account.email_changed", id]]);
    expect(await findToken(asNobody(db), "reset_password", reset)).toBeNull();
    await expect(confirmNewEmail(asNobody(db), token)).rejects.toMatchObject(refused);
  });

  test("refuses a link after a day, one for another address, and one made for something else", async ({
    db,
  }) => {
    const { id } = await createMember(db, { newEmail: email });
    const token = await linkTo(db, id);
    await expect(confirmNewEmail(asNobody(db, 24), token)).rejects.toMatchObject(refused);
    const elsewhere = await linkTo(db, id, "else@example.org");
    await expect(confirmNewEmail(asNobody(db), elsewhere)).rejects.toMatchObject(refused);
    const other = await issueToken(asNobody(db), { kind: "confirm", accountId: id, hours: 1 });
    await expect(confirmNewEmail(asNobody(db), other)).rejects.toMatchObject(refused);
  });

  test("refuses an address that somebody else has by now, and uses nothing up", async ({ db }) => {
    const { id } = await createMember(db, { newEmail: email });
    const token = await linkTo(db, id);
    await createMember(db, { email });
    for (const _ of "twice")
      await expect(confirmNewEmail(asNobody(db), token)).rejects.toMatchObject({ reason: "email_taken" });
    expect((await accountNow(db, id)).newEmail).toBe(email);
  });

  test("takes it from an account that never showed it to be theirs", async ({ db }) => {
    const { id } = await createMember(db, { newEmail: email });
    await createMember(db, { email, confirmedAt: null });
    await confirmNewEmail(asNobody(db), await linkTo(db, id));
    expect((await accountNow(db, id)).email).toBe(email);
  });
});
