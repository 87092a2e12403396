import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { domainPolicies } from "@/db/schema/servers";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { removeDomainPolicy, setDomainPolicy } from "./decide-domain";
import { findDomainPolicy, refuseSuspended } from "./domain-policy";
import { domainPolicyInput } from "./input";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const suspension = domainPolicyInput.parse({ domain: "far.example", severity: "suspend", reason: "Spam" });

describe("setDomainPolicy", () => {
  test("decides once, decides anew, and writes both down", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    await setDomainPolicy(vera, suspension);
    await setDomainPolicy(vera, { ...suspension, severity: "silence" });
    expect(await db.select().from(domainPolicies)).toMatchObject([
      { domain: "far.example", severity: "silence" },
    ]);
    expect(await db.select().from(moderationLog).orderBy(moderationLog.id)).toMatchObject([
      {
        moderatorId: vera.actor.accountId,
        action: "server.policy_set",
        reason: "Spam",
        details: { domain: "far.example", severity: "suspend" },
      },
      {
        action: "server.policy_set",
        details: {
          domain: "far.example",
          severity: "silence",
          before: { severity: "suspend", reason: "Spam" },
        },
      },
    ]);
    const facts = await db.select().from(journal);
    expect(facts.map(({ kind }) => kind)).toEqual(["instance.updated", "instance.updated"]);
  });

  test("is for administrators alone", async ({ db }) => {
    const others = [
      await accountOf(db, "moderator"),
      await accountOf(db, "member"),
      actingAs(db, (await createIdentity(db)).id),
      { db, actor: { kind: "anonymous" } as const, now },
    ];
    for (const ctx of others) {
      await expect(setDomainPolicy(ctx, suspension)).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeDomainPolicy(ctx, "far.example")).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.select().from(moderationLog)).toEqual([]);
  });
});

describe("removeDomainPolicy", () => {
  test("takes it back, and is silent about what is not there", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    await setDomainPolicy(vera, suspension);
    await removeDomainPolicy(vera, "far.example");
    await removeDomainPolicy(vera, "far.example");
    expect(await findDomainPolicy(db, "far.example")).toBeNull();
    const logged = await db.select().from(moderationLog).orderBy(moderationLog.id);
    expect(logged.map(({ action }) => action)).toEqual(["server.policy_set", "server.policy_removed"]);
  });
});

describe("findDomainPolicy", () => {
  test("finds what was decided about a name, names below it, and its ports", async ({ db }) => {
    await db.insert(domainPolicies).values({ domain: "far.example", severity: "suspend" });
    for (const domain of [
      "far.example",
      "a.far.example",
      "a.b.far.example",
      "far.example:8443",
      "far.example.",
    ])
      expect(await findDomainPolicy(db, domain)).toMatchObject({ domain: "far.example" });
    for (const domain of ["example", "notfar.example", "far.example.org", "127.0.0.1:3000"])
      expect(await findDomainPolicy(db, domain)).toBeNull();
    await expect(refuseSuspended(db, "x.far.example")).rejects.toMatchObject({ reason: "server_suspended" });
  });

  test("a suspension above counts more than what stands nearest", async ({ db }) => {
    await db.insert(domainPolicies).values([
      { domain: "far.example", severity: "suspend" },
      { domain: "a.far.example", severity: "silence" },
      { domain: "b.example", severity: "reject_media" },
      { domain: "a.b.example", severity: "silence" },
    ]);
    expect(await findDomainPolicy(db, "a.far.example")).toMatchObject({ severity: "suspend" });
    expect(await findDomainPolicy(db, "a.b.example")).toMatchObject({ severity: "silence" });
    expect(await refuseSuspended(db, "a.b.example")).toBeUndefined();
  });
});

test("a server is named in each of the ways in which people do", () => {
  const domainOf = (domain: string) =>
    domainPolicyInput.safeParse({ domain, severity: "suspend" }).data?.domain;
  for (const text of [
    "Far.example",
    " far.example ",
    "https://far.example/about",
    "@far.example",
    "*.far.example",
  ])
    expect(domainOf(text)).toBe("far.example");
  expect(domainOf("bücher.example")).toBe("xn--bcher-kva.example");
  expect(domainOf("far.example:8443")).toBe("far.example:8443");
  for (const text of ["", "a b", "user@far.example", "http://"]) expect(domainOf(text)).toBeUndefined();
});
