import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { confirmAccount } from "../confirm";
import { findSession } from "../session";
import { signInWithPassword } from "../sign-in";
import { issueToken } from "../token";
import { getSecondFactorState } from "./find";
import { finishSignIn } from "./sign-in";
import { codeAt, createSecured, nobody, password } from "./testing/owner";

const MINUTE = 60_000;
const notRight = { fieldErrors: { code: ["code_not_right"] } };

describe("a sign-in with a second factor", () => {
  test("opens no session for the password alone, and one for the code", async ({ db }) => {
    const { account } = await createSecured(db);
    const token = await askedAfterPassword(db, account.email);
    expect(await db.select().from(sessions)).toEqual([]);

    const id = await finish(db, token, await codeAt(db, account));

    expect(await findSession(nobody(db), id)).toMatchObject({ accountId: account.id });
  });

  test("takes no code twice, not even with another sign-in, and none before the last", async ({ db }) => {
    const { account, first } = await createSecured(db);
    const token = await askedAfterPassword(db, account.email);
    await expect(finish(db, token, first)).rejects.toMatchObject(notRight);
    const code = await codeAt(db, account);
    await finish(db, token, code);

    const next = await askedAfterPassword(db, account.email);
    await expect(finish(db, next, code)).rejects.toMatchObject(notRight);
    expect(await finish(db, next, await codeAt(db, account, now.getTime() + 30_000))).toBeTruthy();
  });

  test("takes codes of half a minute before and after, and none further away", async ({ db }) => {
    const { account } = await createSecured(db);
    const later = new Date(now.getTime() + 10 * MINUTE);
    const token = await issueToken({ ...nobody(db), now: later }, asked(account.id));
    const at = (seconds: number) => codeAt(db, account, later.getTime() + seconds * 1000);
    for (const seconds of [-60, 60]) {
      await expect(finish(db, token, await at(seconds), later)).rejects.toMatchObject(notRight);
    }
    await finish(db, token, await at(-30), later);
    const next = await issueToken({ ...nobody(db), now: later }, asked(account.id));
    await finish(db, next, await at(30), later);
  });

  test("keeps waiting after a wrong code, for ten minutes, and ends with a right one", async ({ db }) => {
    const { account, recoveryCodes } = await createSecured(db);
    const token = await askedAfterPassword(db, account.email);
    await expect(finish(db, token, "0".repeat(16))).rejects.toMatchObject(notRight);

    const late = new Date(now.getTime() + 10 * MINUTE);
    const tooLate = finish(db, token, recoveryCodes[0]!, late);
    await expect(tooLate).rejects.toMatchObject({ reason: "second_step_over" });
    await finish(db, token, recoveryCodes[0]!);
    const again = finish(db, token, recoveryCodes[1]!);
    await expect(again).rejects.toMatchObject({ code: "unauthenticated", reason: "second_step_over" });
  });

  test("takes a recovery code once, of its own account alone, and tells the owner", async ({ db }) => {
    const { ctx, account, recoveryCodes } = await createSecured(db);
    const other = await createSecured(db);
    const token = await askedAfterPassword(db, account.email);
    await expect(finish(db, token, other.recoveryCodes[0]!)).rejects.toMatchObject(notRight);

    await finish(db, token, recoveryCodes[0]!);

    expect(await getSecondFactorState(ctx, account.id)).toMatchObject({ codesLeft: 9 });
    const used = eq(journal.kind, "account.recovery_code_used");
    expect(await db.select().from(journal).where(used)).toMatchObject([
      { payload: { accountId: account.id } },
    ]);
    const next = await askedAfterPassword(db, account.email);
    await expect(finish(db, next, recoveryCodes[0]!)).rejects.toMatchObject(notRight);
  });

  test("lets in nobody who may not come in any more", async ({ db }) => {
    const { account } = await createSecured(db);
    const token = await askedAfterPassword(db, account.email);
    await db.update(accounts).set({ approvedAt: null }).where(eq(accounts.id, account.id));

    const refused = finish(db, token, await codeAt(db, account));
    await expect(refused).rejects.toMatchObject({ reason: "account_waits_for_approval" });
  });

  test("is not got round by a link that confirms the address", async ({ db }) => {
    const { account } = await createSecured(db);
    const link = { kind: "confirm", accountId: account.id, hours: 48 } as const;

    const admission = await confirmAccount(nobody(db), await issueToken(nobody(db), link), "");

    expect(admission).toHaveProperty("secondStep");
    expect(await db.select().from(sessions)).toEqual([]);
  });

  test("is not begun by a token of another kind", async ({ db }) => {
    const { account } = await createSecured(db);
    const link = { kind: "reset_password", accountId: account.id, hours: 1 } as const;
    const token = await issueToken(nobody(db), link);

    const refused = finish(db, token, await codeAt(db, account));
    await expect(refused).rejects.toMatchObject({ reason: "second_step_over" });
  });
});

const asked = (accountId: string) => ({ kind: "second_step", accountId, hours: 1 / 6 }) as const;

async function askedAfterPassword(db: Database, email: string): Promise<string> {
  const admission = await signInWithPassword(nobody(db), { email, password }, "");
  if (!("secondStep" in admission)) throw new Error("let in without a second factor");
  return admission.secondStep;
}

function finish(db: Database, token: string, code: string, at = now): Promise<string> {
  return finishSignIn({ ...nobody(db), now: at }, { token, code, userAgent: "a browser" });
}
