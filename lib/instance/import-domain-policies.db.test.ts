import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { moderationLog } from "@/db/schema/moderation-log";
import { domainPolicies } from "@/db/schema/servers";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { setDomainPolicy } from "./decide-domain";
import { importDomainPolicies, planImport } from "./import-domain-policies";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const spam = { domain: "spam.example", severity: "suspend", reason: "Spam" } as const;
const loud = { domain: "loud.example", severity: "silence", reason: "" } as const;
const us = { domain: "localhost", severity: "suspend", reason: "" } as const;

describe("importDomainPolicies", () => {
  test("decides what is new, once, and never about this server", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    expect(await planImport(vera, [spam, loud, us])).toMatchObject({ fresh: [spam, loud], own: [us] });
    expect(await db.$count(domainPolicies)).toBe(0);

    await importDomainPolicies(vera, [spam, loud, us], { replaces: false });
    const again = await importDomainPolicies(vera, [spam, loud, us], { replaces: true });
    expect(again).toMatchObject({ fresh: [], same: [spam, loud], other: [] });
    expect(await db.$count(domainPolicies)).toBe(2);
    expect(await db.$count(moderationLog)).toBe(2);
  });

  test("leaves what was decided otherwise unless it is to replace it, and always what was noted", async ({
    db,
  }) => {
    const vera = await accountOf(db, "administrator");
    await setDomainPolicy(vera, { ...spam, severity: "silence", note: "wait and see" });
    await importDomainPolicies(vera, [spam], { replaces: false });
    expect(await db.select().from(domainPolicies)).toMatchObject([{ severity: "silence" }]);
    await importDomainPolicies(vera, [spam], { replaces: true });
    expect(await db.select().from(domainPolicies)).toMatchObject([
      { severity: "suspend", note: "wait and see" },
    ]);
  });

  test("is for administrators alone", async ({ db }) => {
    for (const ctx of [await accountOf(db, "moderator"), { db, actor: { kind: "anonymous" } as const, now }])
      await expect(importDomainPolicies(ctx, [spam], { replaces: true })).rejects.toMatchObject({
        code: "forbidden",
      });
    expect(await db.$count(domainPolicies)).toBe(0);
  });
});
