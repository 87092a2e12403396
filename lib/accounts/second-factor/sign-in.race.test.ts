import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { createDatabase } from "@/db/testing/database";
import { issueToken } from "../token";
import { getSecondFactorState } from "./find";
import { finishSignIn } from "./sign-in";
import { codeAt, createSecured, nobody } from "./testing/owner";

const AT_ONCE = 20;
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: AT_ONCE });
  await Promise.all(Array.from({ length: AT_ONCE }, () => connection.sql`select pg_sleep(0.05)`));
});

afterAll(async () => {
  await connection.close();
  await drop();
});

describe("one code at 20 windows at the same moment", () => {
  test("opens one session, whether the sign-ins are one or many", async () => {
    for (const tokens of [1, AT_ONCE]) {
      const { account } = await createSecured(connection.db);
      await expectOneSession(account.id, { tokens, code: await codeAt(connection.db, account) });
    }
  });

  test("and a recovery code is used up once", async () => {
    const { account, recoveryCodes } = await createSecured(connection.db);
    await expectOneSession(account.id, { tokens: AT_ONCE, code: recoveryCodes[0]! });
    expect(await getSecondFactorState(connection, account.id)).toMatchObject({ codesLeft: 9 });
  });

  test("two codes do not use one sign-in twice, and the loser's code stays good", async () => {
    const { account, recoveryCodes } = await createSecured(connection.db);
    const [token] = await tokensFor(account.id, 1);
    const tries = recoveryCodes.map((code) =>
      finishSignIn(nobody(connection.db), { token: token!, code, userAgent: "" }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await getSecondFactorState(connection, account.id)).toMatchObject({ codesLeft: 9 });
  });
});

async function expectOneSession(accountId: string, { tokens, code }: { tokens: number; code: string }) {
  const { db } = connection;
  const issued = await tokensFor(accountId, tokens);
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, index) =>
      finishSignIn(nobody(db), { token: issued[index % tokens]!, code, userAgent: "" }),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.select().from(sessions).where(eq(sessions.accountId, accountId))).toHaveLength(1);
}

function tokensFor(accountId: string, count: number): Promise<string[]> {
  const asked = { kind: "second_step", accountId, hours: 1 } as const;
  return Promise.all(Array.from({ length: count }, () => issueToken(nobody(connection.db), asked)));
}
