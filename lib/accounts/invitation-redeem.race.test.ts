import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { invitations } from "@/db/schema/instance";
import { createDatabase } from "@/db/testing/database";
import { inTransaction } from "@/lib/core/context";
import { createAccount } from "./create";
import { requireRegistration } from "./registration";
import { decide, nobody } from "./testing/registration";

const CONNECTIONS = 30;
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: CONNECTIONS });
  await Promise.all(Array.from({ length: CONNECTIONS }, () => connection.sql`select pg_sleep(0.05)`));
  await decide(connection.db, { registration: "invitation" });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

function signUpWith(code: string, email: string) {
  return inTransaction(nobody(connection.db), async (tx) => {
    const permission = await requireRegistration(tx, { email, invitation: code });
    return createAccount(tx, { ...permission, email, password: null, locale: "en", zone: "UTC" });
  });
}

async function invite(code: string, maxUses: number) {
  const [made] = await connection.db.insert(invitations).values({ code, maxUses }).returning();
  return made!;
}

const usesOf = async (id: string) =>
  (await connection.db.select().from(invitations).where(eq(invitations.id, id)))[0]?.uses;

test("the last use of an invitation goes to one of 30 who sign up at the same moment", async () => {
  const { id, code } = await invite("the-last-one", 1);

  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) => signUpWith(code, `person${i}@example.org`)),
  );

  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(29);
  for (const { reason } of refused) expect(reason).toMatchObject({ reason: "invitation_needed" });
  const made = await connection.db.select().from(accounts).where(eq(accounts.invitationId, id));
  expect(made).toHaveLength(1);
  expect(await usesOf(id)).toBe(1);
});

test("one address that comes 20 times at the same moment is counted once", async () => {
  const { id, code } = await invite("for-one-address", 2);

  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => signUpWith(code, "hasty@example.org")),
  );

  expect(results.every(({ status }) => status === "fulfilled")).toBe(true);
  expect(await usesOf(id)).toBe(1);
});

test("a sign-up that fails gives its use back", async () => {
  const { id, code } = await invite("given-back", 1);

  const failing = inTransaction(nobody(connection.db), async (tx) => {
    await requireRegistration(tx, { email: "unlucky@example.org", invitation: code });
    throw new Error("the handle is taken");
  });

  await expect(failing).rejects.toThrow("taken");
  expect(await usesOf(id)).toBe(0);
  await signUpWith(code, "lucky@example.org");
  expect(await usesOf(id)).toBe(1);
});
