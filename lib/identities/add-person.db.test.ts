import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addPerson } from "./add-person";

const grace = {
  email: "grace@example.org",
  handle: "grace",
  name: "Grace",
  locale: "en",
  zone: "Europe/Paris",
} as const;

test("makes an account with an identity, whose address needs no confirmation", async ({ db }) => {
  const ctx = { db, actor: { kind: "system" } as const, now };
  await createAccount(db, { email: grace.email, confirmedAt: null });
  const accountId = await addPerson(ctx, grace);
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  expect(account).toMatchObject({ email: grace.email, confirmedAt: now, passwordHash: null, role: "member" });
  const faces = await db
    .select({ handle: actors.handle, isDefault: accountIdentities.isDefault })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .where(eq(accountIdentities.accountId, accountId));
  expect(faces).toEqual([{ handle: "grace", isDefault: true }]);

  await expect(addPerson(ctx, { ...grace, handle: "hopper" })).rejects.toMatchObject({
    reason: "email_taken",
  });
  const namesake = addPerson(ctx, { ...grace, email: "other@example.org" });
  await expect(namesake).rejects.toMatchObject({ fieldErrors: { handle: ["handle_taken"] } });
  expect(await db.$count(accounts)).toBe(1);
});

test("is for those who look after accounts", async ({ db }) => {
  const { id: accountId } = await createAccount(db, { role: "moderator" });
  const moderator = { kind: "account", accountId, role: "moderator" } as const;
  for (const actor of [moderator, { kind: "anonymous" } as const])
    await expect(addPerson({ db, actor, now }, grace)).rejects.toMatchObject({ code: "forbidden" });
});
