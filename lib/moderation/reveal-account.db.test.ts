import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { moderationLog } from "@/db/schema/moderation-log";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { revealInput } from "./input";
import { findRevealable, revealAccount } from "./reveal-account";

const reason = "Reported three times for insults";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

async function somebody(db: Database) {
  const account = await createAccount(db, { email: "ada@example.org", createdAt: now });
  const ada = await createIdentity(db, { account, handle: "ada", name: "Ada Marchand" });
  const climber = await createIdentity(db, { account, handle: "la_grimpe", name: "La Grimpe" });
  return { account, ada, climber };
}

const logged = (db: Database) => db.select().from(moderationLog).orderBy(moderationLog.id);

describe("revealAccount", () => {
  test("tells a moderator who is behind an identity, and writes down who asked and why", async ({ db }) => {
    const { ada } = await somebody(db);
    await createIdentity(db, { handle: "stranger" });
    const moderator = await accountOf(db, "moderator");

    expect(await revealAccount(moderator, { handle: "ada", reason })).toEqual({
      email: "ada@example.org",
      since: now,
      role: "member",
      identities: [
        { handle: "ada", name: "Ada Marchand" },
        { handle: "la_grimpe", name: "La Grimpe" },
      ],
    });
    expect(await logged(db)).toMatchObject([
      {
        moderatorId: moderator.actor.accountId,
        action: "account.revealed",
        actorId: ada.id,
        reason,
        details: {},
        createdAt: now,
      },
    ]);
  });

  test("writes down every look, also the second of an administrator", async ({ db }) => {
    await somebody(db);
    const administrator = await accountOf(db, "administrator");
    await revealAccount(administrator, { handle: "ada", reason });
    await revealAccount(administrator, { handle: "ada", reason: "Looked away too early" });
    expect((await logged(db)).map((row) => row.reason)).toEqual([reason, "Looked away too early"]);
  });

  test("is not there for anybody else, and writes nothing down then", async ({ db }) => {
    const { ada } = await somebody(db);
    const others = [
      await accountOf(db, "member"),
      actingAs(db, ada.id),
      { db, actor: { kind: "anonymous" } as const, now },
      { db, actor: { kind: "system" } as const, now },
    ];
    for (const ctx of others) {
      await expect(revealAccount(ctx, { handle: "ada", reason })).rejects.toMatchObject({
        code: "not_found",
        reason: "identity_not_found",
      });
    }
    expect(await logged(db)).toEqual([]);
  });

  test("refuses an identity that does not exist, lives elsewhere, or is gone", async ({ db }) => {
    const { ada } = await somebody(db);
    const moderator = await accountOf(db, "moderator");
    await db.insert(actors).values({
      kind: "person",
      handle: "grace",
      domain: "elsewhere.example",
      name: "Grace",
      uri: "https://elsewhere.example/grace",
    });
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, ada.id));
    for (const handle of ["nobody", "grace", "ada"]) {
      await expect(revealAccount(moderator, { handle, reason })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await logged(db)).toEqual([]);
  });
});

test("a reason is a sentence", () => {
  expect(revealInput.safeParse({ handle: "ada", reason: "  spam     " }).success).toBe(false);
  expect(revealInput.safeParse({ handle: "ada", reason }).success).toBe(true);
});

describe("findRevealable", () => {
  test("finds who is in sight or out of it for a time, for moderators alone", async ({ db }) => {
    const { climber } = await somebody(db);
    const [moderator, member] = [await accountOf(db, "moderator"), await accountOf(db, "member")];
    expect(await findRevealable(moderator, "ada")).toEqual({ name: "Ada Marchand", isSuspended: false });
    expect(await findRevealable(member, "ada")).toBeNull();
    expect(await findRevealable(moderator, "nobody")).toBeNull();

    const of = eq(actors.id, climber.id);
    await db.update(actors).set({ deletedAt: now, suspendedAt: now }).where(of);
    expect(await findRevealable(moderator, "la_grimpe")).toEqual({ name: "La Grimpe", isSuspended: true });
    await db.update(actors).set({ suspendedAt: null }).where(of);
    expect(await findRevealable(moderator, "la_grimpe")).toBeNull();
    expect(await logged(db)).toEqual([]);
  });
});
