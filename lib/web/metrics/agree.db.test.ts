import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { servers } from "@/db/schema/servers";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { env } from "@/lib/core/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { readDashboard } from "../dashboard-reading";
import { tellMetrics } from "./tell";

const token = "a token of sixteen signs or more";

beforeEach(() => {
  env().METRICS_TOKEN = token;
});
afterEach(() => {
  delete env().METRICS_TOKEN;
});

/** How a job comes to stand so, beside one that simply waits. */
const stands = {
  waiting: "run_at = now() - interval '90 seconds'",
  planned: "run_at = now() + interval '1 hour'",
  first: "attempts = 1, locked_at = now(), locked_by = 'w'",
  retried: "attempts = 2, last_error = 'Error'",
  last: "attempts = 25, last_error = 'Error', locked_at = now(), locked_by = 'w'",
  over: "attempts = 25, last_error = 'Error', run_at = now() - interval '3 days'",
  killed: "attempts = 1",
  killedAtLast: "attempts = 25, run_at = now() - interval '3 days'",
  mended: "attempts = 0, last_error = 'Error'",
};

test("the overview and /metrics tell the same of jobs, mails and servers", async ({ db }) => {
  await fill(db);
  const told = await metrics(db);
  const { jobs, mails, machine } = await overview(db);
  expect(jobs).toMatchObject({
    waiting: told.job("waiting") + told.job("planned") + told.job("running"),
    failing: told.job("retrying"),
    givenUp: told.job("failed"),
    isMore: { waiting: false, failed: false },
  });
  expect(jobs).toMatchObject({ waiting: 5, failing: 2, givenUp: 2 });
  expect(told.value("carillon_jobs_oldest_due_seconds")).toBeCloseTo(machine.lateSeconds, 3);
  expect(machine.lateSeconds).toBeCloseTo(90, -1);
  expect(told.value("carillon_mails_waiting")).toBe(mails.waiting);
  expect(told.value("carillon_servers_known")).toBe(machine.known);
  expect(told.value("carillon_servers_failing")).toBe(machine.failing);
});

test("the oldest job that is due is found among all priorities, and none is late by being planned", async ({
  db,
}) => {
  const ctx = { db, actor: { kind: "system" as const }, now };
  expect((await overview(db)).machine.lateSeconds).toBe(0);
  const at = async (priority: number, minutes: number) =>
    enqueue(ctx, {
      task: "hear",
      payload: { factId: 1 },
      priority,
      runAt: new Date(Date.now() + minutes * 60_000),
    });
  await at(0, 5);
  expect((await overview(db)).machine.lateSeconds).toBe(0);
  await at(-3, -1);
  await at(10, -7);
  await at(4, -2);
  expect((await overview(db)).machine.lateSeconds / 60).toBeCloseTo(7, 1);
});

async function fill(db: Database) {
  const ctx = { db, actor: { kind: "system" as const }, now };
  for (const [key, values] of Object.entries(stands)) {
    await enqueue(ctx, { task: "deliver", payload: { domain: "far.example" }, key });
    await db.execute(
      sql`update graphile_worker._private_jobs set ${sql.raw(values)} where key = ${key}::text`,
    );
  }
  const body = { to: "ada@example.org" } as never;
  const old = new Date(now.getTime() - 3 * 86_400_000);
  await db
    .insert(mails)
    .values([{ key: "new", body }, { key: "old", body, createdAt: old }, { key: "gone" }]);
  await db
    .insert(servers)
    .values([{ domain: "works.example" }, { domain: "down.example", failingSince: now }]);
}

async function overview(db: Database) {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  const actor = { kind: "account", accountId, role: "administrator" } as const;
  return readDashboard({ db, now, zone: "UTC", actor });
}

async function metrics(db: Database) {
  const text = await (await tellMetrics({ db, now }, `Bearer ${token}`)).text();
  const value = (name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")[1] ?? 0,
    );
  return { value, job: (state: string) => value(`carillon_jobs{task="deliver",state="${state}"}`) };
}
