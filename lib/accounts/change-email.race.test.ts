import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { createDatabase } from "@/db/testing/database";
import { createAccount } from "@/db/testing/factories";
import { confirmNewEmail } from "./change-email";
import { asNobody } from "./testing/people";
import { issueToken } from "./token";

const PEOPLE = 10;
const email = "wanted@example.org";
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: PEOPLE });
  await Promise.all(Array.from({ length: PEOPLE }, () => connection.sql`select pg_sleep(0.05)`));
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("of many who confirm the same address at the same moment, one gets it", async () => {
  const { db } = connection;
  const tokens = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const { id } = await createAccount(db, { newEmail: email });
      const asked = { kind: "change_email", accountId: id, hours: 24 } as const;
      return issueToken(asNobody(db), { ...asked, data: { email } });
    }),
  );

  const results = await Promise.allSettled(tokens.map((token) => confirmNewEmail(asNobody(db), token)));

  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
  expect(refusals).toEqual(Array(PEOPLE - 1).fill("email_taken"));
  expect(await db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
});
