import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { createDatabase } from "@/db/testing/database";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { setDefaultIdentity } from "./set-default";

let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: 20 });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("of many choices at the same moment exactly one is the default in the end", async () => {
  const { db } = connection;
  const account = await createAccount(db);
  const faces = await Promise.all(Array.from({ length: 20 }, () => createIdentity(db, { account })));
  const ctx = {
    db,
    actor: { kind: "account" as const, accountId: account.id, role: "member" as const },
    now,
  };

  await Promise.all(faces.map(({ id }) => setDefaultIdentity(ctx, id)));

  const { accountId, isDefault } = accountIdentities;
  const defaults = await db
    .select()
    .from(accountIdentities)
    .where(and(eq(accountId, account.id), eq(isDefault, true)));
  expect(defaults).toHaveLength(1);
});
