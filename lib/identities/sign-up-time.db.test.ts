import { randomBytes } from "node:crypto";
import * as argon2 from "@node-rs/argon2";
import { drizzle } from "drizzle-orm/postgres-js";
import { expect, vi } from "vitest";
import type { Connection, Database } from "@/db/client";
import { createAccount } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { asNobody } from "@/lib/accounts/testing/people";
import { signUp } from "./sign-up";

vi.mock("@node-rs/argon2", { spy: true });

/** Signs up under a handle that nobody has; answers how long it took, in milliseconds. */
async function timeOf(db: Database, email: string): Promise<number> {
  const handle = `someone_${randomBytes(5).toString("hex")}`;
  const input = { email, password: "a few words in a row", name: "Somebody", handle };
  const start = performance.now();
  await signUp(asNobody(db), { ...input, zone: "Europe/Paris", locale: "en", terms: false });
  return performance.now() - start;
}

const stranger = () => `${randomBytes(5).toString("hex")}@example.org`;

/** How often each kind of statement is sent while somebody signs up. */
async function workOf({ sql }: Connection, email: string): Promise<Record<string, number>> {
  const work: Record<string, number> = {};
  const logger = {
    logQuery(query: string) {
      const kind = query.replace(/\s+/g, " ").slice(0, 40);
      work[kind] = (work[kind] ?? 0) + 1;
    },
  };
  await timeOf(drizzle(sql, { casing: "snake_case", logger }), email);
  return work;
}

test("does the same work whether or not the address has an account", async ({ connection }) => {
  const { email } = await createAccount(connection.db);
  const works = [];
  for (const address of [email, stranger()]) {
    vi.clearAllMocks();
    works.push(await workOf(connection, address));
    expect(argon2.hash).toHaveBeenCalledTimes(1);
  }
  const [known = {}, unknown = {}] = works;
  const kinds = [...new Set([...Object.keys(known), ...Object.keys(unknown)])];
  const differ = kinds.filter((kind) => known[kind] !== unknown[kind]);
  // Whose account it is must be looked up to mail its owner; the decoy stands for the account that was not made.
  expect(differ.filter((kind) => !/"accounts"/.test(kind))).toEqual([]);
});

// The quickest of each, and wide: the machine may be busy. A hash or a wait for the disk, which only one of them had,
// would be tenfold.
test("takes about as long for an address that has an account", { timeout: 60_000 }, async ({
  connection: { db },
}) => {
  const { email } = await createAccount(db);
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < 9; round++) {
    times.known.push(await timeOf(db, email));
    times.unknown.push(await timeOf(db, stranger()));
  }
  const ratio = Math.min(...times.known) / Math.min(...times.unknown);
  expect(ratio).toBeGreaterThan(1 / 2);
  expect(ratio).toBeLessThan(2);
});
