import { expect } from "vitest";
import { test } from "@/db/testing/test";
import { changePassword } from "./change-password";
import { findSession, openSession } from "./session";
import { signInWithPassword } from "./sign-in";
import { accountNow, asAccount, asNobody, createMember, factsOf, PASSWORD } from "./testing/people";
import { findToken, issueToken } from "./token";

const input = { password: PASSWORD, newPassword: "the bells ring again" };

test("signs out everywhere and gives this device a session that nobody has seen", async ({ db }) => {
  const ada = await createMember(db);
  const here = await openSession(asNobody(db), ada.id, "here");
  const elsewhere = await openSession(asNobody(db), ada.id, "elsewhere");

  const sessionId = await changePassword(asAccount(db, ada), input, "here");

  expect(await findSession(asNobody(db), here)).toBeNull();
  expect(await findSession(asNobody(db), elsewhere)).toBeNull();
  expect(await findSession(asNobody(db), sessionId)).toMatchObject({ accountId: ada.id });
  expect(await factsOf(db)).toEqual([["account.password_changed", ada.id]]);
  const again = { email: ada.email, password: input.newPassword };
  expect(await signInWithPassword(asNobody(db), again, "")).toHaveProperty("sessionId");
});

test("voids the links that were mailed before, and a change of address", async ({ db }) => {
  const ada = await createMember(db, { newEmail: "new@example.org" });
  const kinds = ["reset_password", "change_email", "second_step"] as const;
  const links = await Promise.all(
    kinds.map((kind) => issueToken(asNobody(db), { kind, accountId: ada.id, hours: 1 })),
  );

  await changePassword(asAccount(db, ada), input, "");

  for (const [index, kind] of kinds.entries())
    expect(await findToken(asNobody(db), kind, links[index]!)).toBeNull();
  expect((await accountNow(db, ada.id)).newEmail).toBeNull();
});

test("refuses a wrong password, and then the old one", async ({ db }) => {
  const ada = await createMember(db);
  const wrong = { fieldErrors: { password: ["wrong_password"] } };
  const guess = changePassword(asAccount(db, ada), { ...input, password: "something else" }, "");
  await expect(guess).rejects.toMatchObject(wrong);
  expect(await factsOf(db)).toEqual([]);

  await changePassword(asAccount(db, ada), input, "");
  await expect(changePassword(asAccount(db, ada), input, "")).rejects.toMatchObject(wrong);
});

test("refuses whoever has no password yet, and whoever is not signed in", async ({ db }) => {
  const ada = await createMember(db, { passwordHash: null });
  await expect(changePassword(asAccount(db, ada), input, "")).rejects.toMatchObject({
    reason: "set_password_first",
  });
  await expect(changePassword(asNobody(db), input, "")).rejects.toMatchObject({ reason: "sign_in_first" });
});
