import { expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { updateInstance } from "@/lib/instance/settings";
import { writeLog } from "@/lib/journal/write-log";
import { listLog } from "./list";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

test("which account was meant is told to administrators alone, and forgotten with it", async ({ db }) => {
  const [vera, linus] = [await accountOf(db, "administrator"), await accountOf(db, "moderator")];
  const { id: accountId, email } = await createAccount(db);
  await writeLog(vera, { action: "account.signed_out", accountId });
  await writeLog({ ...vera, actor: { kind: "system" } }, { action: "account.confirmed", accountId });

  const seen = await listLog(vera, { accountId });
  expect(seen.entries.map(({ account, entry, moderator }) => [account, entry.isServer, moderator])).toEqual([
    [{ id: accountId, email }, true, null],
    [{ id: accountId, email }, false, expect.any(String)],
  ]);
  const { entries } = await listLog(linus, {});
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries)).not.toContain(accountId);
  expect(JSON.stringify(entries)).not.toContain(email);

  await db.delete(accounts);
  expect(await db.select().from(moderationLog)).toMatchObject([{ accountId: null }, { accountId: null }]);
});

test("every change of settings is written down once, as it was and as it is", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  await updateInstance(vera, { maxIdentities: 3, emailDeny: ["bob@spam.example"] });
  await updateInstance(vera, { maxIdentities: 3 });
  expect(await db.select().from(moderationLog)).toMatchObject([
    {
      moderatorId: vera.actor.accountId,
      action: "instance.changed",
      details: {
        before: { maxIdentities: 20, emailDeny: "" },
        after: { maxIdentities: 3, emailDeny: "…@spam.example" },
      },
    },
  ]);
  const refused = updateInstance(await accountOf(db, "moderator"), { maxIdentities: 4 });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.select().from(moderationLog)).toHaveLength(1);
});
