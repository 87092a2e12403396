import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { owesAgreement } from "@/lib/accounts/policy";
import type { Role } from "@/lib/core/context";
import { readFrame } from "@/lib/instance/frame";
import { documentInput } from "@/lib/instance/texts/input";
import { publishDocument } from "./administration/publish-document";
import { agree } from "./agree";
import { findSession, openSession } from "./session";

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const asking = (text_en: string) =>
  documentInput.parse({ kind: "terms", mode: "own", text_en, asksAgain: "on" });

async function acting(db: Database, role: Role = "member") {
  const { id: accountId } = await createAccount(db, { role, createdAt: now });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

async function owes(ctx: Awaited<ReturnType<typeof acting>>) {
  const session = await findSession(ctx, await openSession(ctx, ctx.actor.accountId, ""));
  return owesAgreement(session!, await readFrame(ctx.db));
}

describe("agreeing again", () => {
  test("is asked of everybody but whoever decided it, and once", async ({ db }) => {
    const [vera, ada] = [await acting(db, "administrator"), await acting(db)];
    expect(await owes(ada)).toBe(false);
    await publishDocument({ ...vera, now: later(1) }, asking("Be kind."));
    expect([await owes(vera), await owes(ada)]).toEqual([false, true]);
    await agree({ ...ada, now: later(2) }, later(1).toISOString());
    await agree({ ...ada, now: later(3) }, later(1).toISOString());
    expect(await owes(ada)).toBe(false);
    const [{ at } = {}] = await db
      .select({ at: accounts.termsAcceptedAt })
      .from(accounts)
      .where(eq(accounts.id, ada.actor.accountId));
    expect(at).toEqual(later(2));
    await publishDocument({ ...vera, now: later(4) }, asking("Be very kind."));
    expect(await owes(ada)).toBe(true);
  });

  test("is not asked of whoever signed up afterwards", async ({ db }) => {
    const vera = await acting(db, "administrator");
    await publishDocument(vera, asking("Be kind."));
    const newcomer = await createAccount(db, { createdAt: later(1), termsAcceptedAt: later(1) });
    const ctx = { ...vera, actor: { ...vera.actor, accountId: newcomer.id } };
    expect(await owes(ctx)).toBe(false);
  });

  test("wants the words that hold now, and somebody", async ({ db }) => {
    const [vera, ada] = [await acting(db, "administrator"), await acting(db)];
    await expect(agree(ada, now.toISOString())).rejects.toMatchObject({ reason: "agreement_out_of_date" });
    await publishDocument(vera, asking("Be kind."));
    await publishDocument({ ...vera, now: later(1) }, asking("Be very kind."));
    await expect(agree(ada, now.toISOString())).rejects.toMatchObject({ reason: "agreement_out_of_date" });
    const nobody = { ...ada, actor: { kind: "anonymous" } as const };
    await expect(agree(nobody, later(1).toISOString())).rejects.toMatchObject({ reason: "sign_in_first" });
    await expect(publishDocument(ada, asking("Mine."))).rejects.toMatchObject({ code: "forbidden" });
  });
});
