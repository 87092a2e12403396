import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createIdentity as addIdentity } from "./create";
import { listIdentitiesOf } from "./of-account";

const about = (db: Database, accountId: string) => ({
  db,
  actor: { kind: "account" as const, accountId, role: "member" as const },
  now,
});

describe("createIdentity", () => {
  test("gives an account one more face; the first stays the default", async ({ db }) => {
    const account = await createAccount(db);
    await addIdentity(about(db, account.id), { handle: "first", name: "First" });
    await addIdentity(about(db, account.id), { handle: "second", name: " Second\u202e ", summary: "**Hi**" });

    const faces = await listIdentitiesOf(db, account.id);
    expect(faces.map(({ handle, name }) => [handle, name])).toEqual([
      ["first", "First"],
      ["second", "Second"],
    ]);
  });

  test("refuses a handle that is taken here", async ({ db }) => {
    await createIdentity(db, { handle: "taken" });
    const account = await createAccount(db);

    const adding = addIdentity(about(db, account.id), { handle: "taken", name: "Me" });
    await expect(adding).rejects.toMatchObject({ fieldErrors: { handle: ["handle_taken"] } });
  });

  test("refuses the twenty-first", async ({ db }) => {
    const account = await createAccount(db);
    for (let i = 0; i < 20; i++)
      await addIdentity(about(db, account.id), { handle: `face_${i}`, name: "Face" });

    const adding = addIdentity(about(db, account.id), { handle: "one_more", name: "Face" });
    await expect(adding).rejects.toMatchObject({ code: "conflict", reason: "too_many_identities" });
  });

  test("is for accounts, not for identities or nobody", async ({ db }) => {
    const identity = await createIdentity(db);
    const input = { handle: "another", name: "Another" };

    await expect(addIdentity(actingAs(db, identity.id), input)).rejects.toMatchObject({ code: "forbidden" });
    const nobody = { db, actor: { kind: "anonymous" as const }, now };
    await expect(addIdentity(nobody, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("writes no account into the journal", async ({ db }) => {
    const account = await createAccount(db);
    await addIdentity(about(db, account.id), { handle: "face", name: "Face" });

    const facts = await db.select().from(journal).where(eq(journal.kind, "identity.created"));
    expect(JSON.stringify(facts)).not.toContain(account.id);
  });
});
