import { sql } from "drizzle-orm";
import { beforeEach, describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { test } from "@/db/testing/test";
import { beat } from "@/lib/worker/pulse";
import { readHealth, readReadiness } from "./readiness";

const fine = { database: "ok", migrations: "ok", worker: "ok" };

beforeEach(() => Reflect.deleteProperty(globalThis, "carillonPulse"));

describe("readReadiness", () => {
  test("finds nothing wrong with a database of this release and a worker that lives", async ({ db }) => {
    beat();
    expect(await readReadiness(db, { hasWorker: true })).toEqual(fine);
  });

  test("asks no worker where there is none to be", async ({ db }) => {
    expect(await readReadiness(db, { hasWorker: false })).toEqual(fine);
  });

  test("misses a worker that never began, and one that was not seen for a minute", async ({ db }) => {
    expect(await readReadiness(db, { hasWorker: true })).toEqual({ ...fine, worker: "not started" });
    beat(Date.now() - 59_000);
    expect(await readReadiness(db, { hasWorker: true })).toEqual(fine);
    beat(Date.now() - 90_000);
    expect((await readReadiness(db, { hasWorker: true })).worker).toMatch(/^no sign of life for 9\d s$/);
  });

  test("tells how many migrations are to be done", async ({ db }) => {
    await db.execute(sql`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
    expect(await readReadiness(db, { hasWorker: false })).toEqual({ ...fine, migrations: "1 to do" });
    await db.execute(sql`drop schema drizzle cascade`);
    const { database, migrations } = await readReadiness(db, { hasWorker: false });
    expect(database).toBe("ok");
    expect(migrations).toMatch(/^\d+ to do$/);
  });

  test("knows nothing of migrations when the database does not answer", async () => {
    const gone = { execute: () => Promise.reject(new Error("gone")) } as unknown as Database;
    expect(await readReadiness(gone, { hasWorker: false })).toEqual({
      database: "does not answer",
      migrations: "not known",
      worker: "ok",
    });
  });
});

test("readHealth says so when the database is gone, and when it neither answers nor hangs up", async ({
  db,
}) => {
  expect(await readHealth(db)).toBe("ok");
  for (const answer of [Promise.reject(new Error("gone")), new Promise(() => {})]) {
    const silent = { execute: () => answer } as unknown as Database;
    expect(await readHealth(silent, 20)).toBe("database: does not answer");
  }
});
