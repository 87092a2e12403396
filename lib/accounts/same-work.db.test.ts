import * as argon2 from "@node-rs/argon2";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Connection, Database } from "@/db/client";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { isPassword } from "./password";
import { resendConfirmation } from "./resend-confirmation";
import { askPasswordReset } from "./reset-password";
import { signInWithPassword } from "./sign-in";
import { asNobody, createMember } from "./testing/people";

vi.mock("@node-rs/argon2", { spy: true });

const password = "not the right one";
const ways: Record<string, (db: Database, email: string) => Promise<unknown>> = {
  signInWithPassword: (db, email) =>
    signInWithPassword(asNobody(db), { email, password }, "").catch(() => null),
  resendConfirmation: (db, email) => resendConfirmation(asNobody(db), email),
  askPasswordReset: (db, email) => askPasswordReset(asNobody(db), email),
};

/** The same database, with what is asked of it. */
function watched({ sql }: Connection): { db: Database; asked: string[] } {
  const asked: string[] = [];
  const logger = { logQuery: (query: string) => void asked.push(query) };
  return { db: drizzle(sql, { casing: "snake_case", logger }), asked };
}

function hashes(): number {
  return vi.mocked(argon2.hash).mock.calls.length + vi.mocked(argon2.verify).mock.calls.length;
}

describe.each(Object.entries(ways))("%s", (_name, knock) => {
  beforeEach(async () => {
    await isPassword("so that what is made at first use is there", null);
    vi.clearAllMocks();
  });

  test("does the same work for every address, whether it has an account or not", async ({ connection }) => {
    const addresses = await everyAddress(connection.db);
    const works = [];
    for (const email of addresses) {
      const { db, asked } = watched(connection);
      vi.clearAllMocks();
      await knock(db, email);
      works.push({ asked, hashes: hashes() });
    }
    for (const work of works) expect(work).toEqual(works[0]);
  });

  // The quickest of each, and wide: the machine may be busy. A hash or a wait for the disk, which only one of them
  // had, would be tenfold.
  test("takes about as long for an address that nobody has", { timeout: 60_000 }, async ({ connection }) => {
    const [known = "", , , unknown = ""] = await everyAddress(connection.db);
    const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
    for (let round = 0; round < 9; round++) {
      for (const email of round % 2 ? [known, unknown] : [unknown, known]) {
        const start = performance.now();
        await knock(connection.db, email);
        times[email]?.push(performance.now() - start);
      }
    }
    const ratio = Math.min(...(times[known] ?? [])) / Math.min(...(times[unknown] ?? []));
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });
});

/** Confirmed, waiting, without a password, and nobody's. */
async function everyAddress(db: Database): Promise<string[]> {
  const createdAt = new Date(now.getTime() - 3_600_000);
  const people = [
    await createMember(db),
    await createMember(db, { confirmedAt: null, createdAt }),
    await createMember(db, { passwordHash: null }),
  ];
  return [...people.map(({ email }) => email), `nobody${Math.random()}@example.org`];
}
