import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { createAccount, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findProfile } from "./queries";

test("the identities of a deleted account stay until each one's own time, or they would vanish together", async ({
  db,
}) => {
  const account = await createAccount(db);
  const faces = [await createIdentity(db, { account }), await createIdentity(db, { account })];
  await db.delete(accountIdentities).where(eq(accountIdentities.accountId, account.id));
  await db.delete(accounts).where(eq(accounts.id, account.id));
  for (const { id, handle } of faces) expect(await findProfile(db, handle)).toMatchObject({ id });
});
