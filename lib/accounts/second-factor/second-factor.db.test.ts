import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { admit } from "../admit";
import { beginSecondFactor } from "./begin";
import { confirmSecondFactor } from "./confirm";
import { findSetup, getSecondFactorState } from "./find";
import { renewRecoveryCodes } from "./renew-codes";
import { finishSignIn } from "./sign-in";
import { codeAt, createOwner, createSecured, nobody, password } from "./testing/owner";
import { turnOffSecondFactor } from "./turn-off";

const MINUTE = 60_000;
const issuer = "Carillon";
const off = { onSince: null, codesLeft: 0, hasPassword: true };
const on = { onSince: now, codesLeft: 10, hasPassword: true };

describe("beginSecondFactor", () => {
  test("prepares a secret that nobody is asked for yet, and that the table does not tell", async ({ db }) => {
    const { ctx, account } = await createOwner(db);

    const id = await beginSecondFactor(ctx, { password });

    const setup = await findSetup(ctx, { id, accountId: account.id, issuer });
    expect(setup?.secret).toMatch(/^[A-Z2-7]{32}$/);
    const query = `issuer=Carillon&secret=${setup?.secret}&algorithm=SHA1&digits=6&period=30`;
    const label = `Carillon:${encodeURIComponent(account.email)}`;
    expect(setup?.address).toBe(`otpauth://totp/${label}?${query}`);
    expect(JSON.stringify(await db.select().from(secondFactors))).not.toContain(setup?.secret);
    expect(await getSecondFactorState(ctx, account.id)).toEqual(off);
    expect(await admit(ctx, account, "")).toHaveProperty("sessionId");
  });

  test("begun again, the first set-up is void", async ({ db }) => {
    const { ctx, account } = await createOwner(db);
    const first = await beginSecondFactor(ctx, { password });
    const second = await beginSecondFactor(ctx, { password });

    const code = await codeAt(db, account);
    const void_ = confirmSecondFactor(ctx, { setup: first, code });
    await expect(void_).rejects.toMatchObject({ reason: "setup_over" });
    expect(await confirmSecondFactor(ctx, { setup: second, code })).toHaveLength(10);
  });

  test("shows the secret to its account alone, and for an hour", async ({ db }) => {
    const { ctx, account } = await createOwner(db);
    const { account: other } = await createOwner(db);
    const id = await beginSecondFactor(ctx, { password });

    expect(await findSetup(ctx, { id, accountId: other.id, issuer })).toBeNull();
    const late = { db, now: new Date(now.getTime() + 60 * MINUTE) };
    expect(await findSetup(late, { id, accountId: account.id, issuer })).toBeNull();
    const code = await codeAt(db, account, late.now.getTime());
    const tooLate = confirmSecondFactor({ ...ctx, ...late }, { setup: id, code });
    await expect(tooLate).rejects.toMatchObject({ reason: "setup_over" });
  });

  test("refuses a wrong password, an account without one, and whoever is no account", async ({ db }) => {
    const { ctx } = await createOwner(db);
    const wrong = beginSecondFactor(ctx, { password: "something else" });
    await expect(wrong).rejects.toMatchObject({ fieldErrors: { password: ["wrong_password"] } });
    const { ctx: external } = await createOwner(db, { passwordHash: null });
    const none = beginSecondFactor(external, { password });
    await expect(none).rejects.toMatchObject({ code: "conflict", reason: "set_password_first" });
    await expectStrangersRefused(db, (stranger) => beginSecondFactor(stranger, { password }));
  });

  test("refuses when it is on already", async ({ db }) => {
    const { ctx, account } = await createSecured(db);
    const again = beginSecondFactor(ctx, { password });
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "second_factor_is_on" });
    expect(await getSecondFactorState(ctx, account.id)).toEqual(on);
  });
});

describe("confirmSecondFactor", () => {
  test("switches it on with ten codes that only their hashes are kept of, and records it once", async ({
    db,
  }) => {
    const { ctx, account, recoveryCodes: codes } = await createSecured(db);

    expect(await getSecondFactorState(ctx, account.id)).toEqual(on);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    const kept = JSON.stringify(await db.select().from(recoveryCodes));
    for (const code of codes) expect(kept).not.toContain(code);
    expect(await factsOf(db)).toEqual([
      { kind: "account.second_factor_changed", payload: { accountId: account.id, isOn: true } },
    ]);
  });

  test("refuses a wrong code, and the same set-up twice", async ({ db }) => {
    const { ctx, account } = await createOwner(db);
    const setup = await beginSecondFactor(ctx, { password });
    const code = await codeAt(db, account);
    const wrong = confirmSecondFactor(ctx, { setup, code: otherThan(code) });
    await expect(wrong).rejects.toMatchObject({ fieldErrors: { code: ["code_not_right"] } });

    await confirmSecondFactor(ctx, { setup, code });

    const again = confirmSecondFactor(ctx, { setup, code });
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "setup_over" });
    expect(await db.select().from(recoveryCodes)).toHaveLength(10);
  });

  test("refuses the set-up of another account, and whoever is no account", async ({ db }) => {
    const { ctx, account } = await createOwner(db);
    const { ctx: other } = await createOwner(db);
    const setup = await beginSecondFactor(ctx, { password });
    const code = await codeAt(db, account);
    const foreign = confirmSecondFactor(other, { setup, code });
    await expect(foreign).rejects.toMatchObject({ reason: "setup_over" });
    await expectStrangersRefused(db, (stranger) => confirmSecondFactor(stranger, { setup, code }));
  });
});

describe("turnOffSecondFactor", () => {
  test("makes the password enough again, and ends codes and sign-ins that wait", async ({ db }) => {
    const { ctx, account, recoveryCodes: codes } = await createSecured(db);
    const waiting = await admit(ctx, account, "");
    const token = "secondStep" in waiting ? waiting.secondStep : "";

    await turnOffSecondFactor(ctx, { password, code: await codeAt(db, account) });

    expect(await getSecondFactorState(ctx, account.id)).toEqual(off);
    expect(await db.select().from(recoveryCodes)).toEqual([]);
    expect(await admit(ctx, account, "")).toHaveProperty("sessionId");
    const late = finishSignIn(nobody(db), { token, code: codes[0]!, userAgent: "" });
    await expect(late).rejects.toMatchObject({ reason: "second_step_over" });
    expect((await factsOf(db)).at(-1)).toMatchObject({ payload: { accountId: account.id, isOn: false } });
  });

  test("takes a recovery code too, and does nothing when repeated", async ({ db }) => {
    const { ctx, recoveryCodes: codes } = await createSecured(db);
    await turnOffSecondFactor(ctx, { password, code: codes[3]! });
    const facts = await factsOf(db);
    await turnOffSecondFactor(ctx, { password, code: codes[3]! });
    expect(await factsOf(db)).toEqual(facts);
  });

  test("refuses without the password, without a code, and whoever is no account", async ({ db }) => {
    const { ctx, account, first } = await createSecured(db);
    const code = await codeAt(db, account);
    const noPassword = turnOffSecondFactor(ctx, { password: "something else", code });
    await expect(noPassword).rejects.toMatchObject({ fieldErrors: { password: ["wrong_password"] } });
    for (const wrong of [otherThan(code), first, "0".repeat(16)]) {
      const noCode = turnOffSecondFactor(ctx, { password, code: wrong });
      await expect(noCode).rejects.toMatchObject({ fieldErrors: { code: ["code_not_right"] } });
    }
    await expectStrangersRefused(db, (stranger) => turnOffSecondFactor(stranger, { password, code }));
    expect(await getSecondFactorState(ctx, account.id)).toEqual(on);
  });
});

describe("renewRecoveryCodes", () => {
  test("makes ten others, and those before are void", async ({ db }) => {
    const { ctx, account, recoveryCodes: old } = await createSecured(db);

    const codes = await renewRecoveryCodes(ctx, { password, code: old[0]! });

    expect(await getSecondFactorState(ctx, account.id)).toEqual(on);
    const void_ = renewRecoveryCodes(ctx, { password, code: old[1]! });
    await expect(void_).rejects.toMatchObject({ reason: "check_fields" });
    const again = await renewRecoveryCodes(ctx, { password, code: codes[0]!.replaceAll(" ", "") });
    expect(again).not.toEqual(codes);
  });

  test("refuses a code that was used, whoever is no account, and when it is off", async ({ db }) => {
    const { ctx, first } = await createSecured(db);
    const used = renewRecoveryCodes(ctx, { password, code: first });
    await expect(used).rejects.toMatchObject({ fieldErrors: { code: ["code_not_right"] } });
    await expectStrangersRefused(db, (stranger) => renewRecoveryCodes(stranger, { password, code: first }));
    const { ctx: without } = await createOwner(db);
    const isOff = renewRecoveryCodes(without, { password, code: "123456" });
    await expect(isOff).rejects.toMatchObject({ code: "conflict", reason: "second_factor_is_off" });
  });
});

async function expectStrangersRefused(
  db: Database,
  act: (ctx: ReturnType<typeof nobody>) => Promise<unknown>,
) {
  const identity = { kind: "identity" as const, actorId: (await createIdentity(db)).id };
  for (const actor of [nobody(db).actor, identity]) {
    const refused = act({ ...nobody(db), actor });
    await expect(refused).rejects.toMatchObject({ code: "unauthenticated", reason: "sign_in_first" });
  }
}

function otherThan(code: string): string {
  return code === "123456" ? "654321" : "123456";
}

function factsOf(db: Database) {
  const { kind, payload } = journal;
  return db.select({ kind, payload }).from(journal).where(eq(journal.origin, "local")).orderBy(journal.id);
}
