import { randomBytes } from "node:crypto";
import * as argon2 from "@node-rs/argon2";
import { expect, vi } from "vitest";
import type { Database } from "@/db/client";
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

test("hashes the password whether or not the address has an account", async ({ connection: { db } }) => {
  const { email } = await createAccount(db);
  for (const address of [email, stranger()]) {
    vi.clearAllMocks();
    await timeOf(db, address);
    expect(argon2.hash).toHaveBeenCalledTimes(1);
  }
});

// Wide: the machine may be busy, and an unknown address needs a few statements more, for its identity.
test("takes about as long for an address that has an account", { timeout: 60_000 }, async ({
  connection: { db },
}) => {
  const { email } = await createAccount(db);
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < 9; round++) {
    times.known.push(await timeOf(db, email));
    times.unknown.push(await timeOf(db, stranger()));
  }
  const ratio = median(times.known) / median(times.unknown);
  expect(ratio).toBeGreaterThan(1 / 3);
  expect(ratio).toBeLessThan(3);
});

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
