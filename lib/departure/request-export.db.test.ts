import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type DataExport, dataExports } from "@/db/schema/data-exports";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findReadyExport } from "./exports";
import { requestExport } from "./request-export";

const minutes = (n: number) => new Date(now.getTime() + n * 60_000);

async function somebody(db: Database) {
  const { id, role } = await createAccount(db);
  return { db, actor: { kind: "account" as const, accountId: id, role }, now };
}

const end = (db: Database, values: Partial<DataExport>) => db.update(dataExports).set(values);

describe("requestExport", () => {
  test("enqueues one job, however often it is asked while one is under way", async ({ db }) => {
    const ctx = await somebody(db);
    const asked = await requestExport(ctx);
    await end(db, { status: "running" });

    expect((await requestExport({ ...ctx, now: minutes(90) })).id).toBe(asked.id);

    const jobs = await db.execute(sql`
      select payload from graphile_worker._private_jobs as jobs
        join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
        where tasks.identifier = 'make-export'`);
    expect(jobs.map(({ payload }) => payload)).toEqual([{ exportId: asked.id }]);
  });

  test("makes one an hour, not counting those that failed", async ({ db }) => {
    const ctx = await somebody(db);
    const first = await requestExport(ctx);
    await end(db, { status: "ready", expiresAt: minutes(48 * 60) });
    const early = requestExport({ ...ctx, now: minutes(59) });
    await expect(early).rejects.toMatchObject({ code: "conflict", reason: "export_too_soon" });
    expect((await requestExport({ ...ctx, now: minutes(60) })).id).not.toBe(first.id);

    await end(db, { status: "failed" });
    expect(await requestExport({ ...ctx, now: minutes(61) })).toMatchObject({ status: "waiting" });
  });

  test("is for accounts about themselves, and does not count what others ask for", async ({ db }) => {
    await requestExport(await somebody(db));
    expect(await requestExport(await somebody(db))).toMatchObject({ status: "waiting" });
    const nobody = { db, actor: { kind: "anonymous" as const }, now };
    await expect(requestExport(nobody)).rejects.toMatchObject({ reason: "sign_in_first" });
  });
});

test("only the account itself finds its copy, while its time lasts", async ({ db }) => {
  const ctx = await somebody(db);
  const stranger = await somebody(db);
  const { id } = await requestExport(ctx);
  const find = (who: typeof ctx, at = now) =>
    findReadyExport({ db, now: at }, { id, accountId: who.actor.accountId });

  expect(await find(ctx)).toBeNull();
  await end(db, { status: "ready", expiresAt: minutes(60) });
  expect(await find(ctx)).toMatchObject({ id });
  expect([await find(stranger), await find(ctx, minutes(61))]).toEqual([null, null]);
});
