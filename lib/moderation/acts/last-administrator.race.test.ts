import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { createDatabase } from "@/db/testing/database";
import { createAccount, now } from "@/db/testing/factories";
import { endAccount } from "@/lib/accounts/administration/end-account";
import { giveRole } from "@/lib/accounts/administration/give-role";
import type { Context } from "@/lib/core/context";
import { lockByHand } from "./lock-by-hand";

const BOSSES = 6;
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: BOSSES });
  await Promise.all(Array.from({ length: BOSSES }, () => connection.sql`select pg_sleep(0.05)`));
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("of administrators who end each other at the same moment, one stays", async () => {
  const { db } = connection;
  const role = "administrator";
  const ids = await Promise.all(
    Array.from({ length: BOSSES }, async () => (await createAccount(db, { role })).id),
  );
  const ends = [
    (ctx: Context, accountId: string) => giveRole(ctx, { accountId, role: "member" }),
    (ctx: Context, accountId: string) => lockByHand(ctx, { accountId, reason: "A quarrel" }),
    (ctx: Context, accountId: string) => endAccount(ctx, { accountId, isAtOnce: false }),
  ];
  const results = await Promise.allSettled(
    ids.map((accountId, index) => {
      const other = ids[(index + 1) % BOSSES]!;
      return ends[index % ends.length]!({ db, actor: { kind: "account", accountId, role }, now }, other);
    }),
  );
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
  expect(refusals).toEqual(["last_administrator"]);
  const stays = and(eq(accounts.role, role), isNull(accounts.suspendedAt), isNull(accounts.leavesAt));
  expect(await db.select().from(accounts).where(stays)).toHaveLength(1);
});
