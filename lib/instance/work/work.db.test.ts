import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context, Role } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { dropJob, retryFailedJobs, retryJob } from "./decide-jobs";
import { countJobs, listFailedJobs } from "./jobs";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const error = 'no answer for grace@example.org\nparams: "secret"';

/** Jobs that failed, in this order; each so often. */
async function fail(ctx: Context, ...attempts: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, tried] of attempts.entries()) {
    const domain = `s${index}.example`;
    await enqueue(ctx, { task: "deliver", payload: { domain }, key: domain });
    const [row] = await ctx.db.execute<{ id: string }>(sql`
      update graphile_worker._private_jobs set attempts = ${tried}, last_error = ${error},
        run_at = now() + interval '1 hour' where key = ${domain} returning id::text`);
    ids.push(row!.id);
  }
  return ids;
}

const jobs = (db: Database) =>
  db.execute<{ attempts: number; due: boolean }>(
    sql`select attempts, run_at <= now() as due from graphile_worker.jobs order by id`,
  );
const logged = async (db: Database) =>
  (await db.select().from(moderationLog)).map(({ action, details }) => [action, details]);

describe("what is to be done", () => {
  test("is counted by kind, with what failed and what is given up", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    await enqueue(vera, { task: "ask-server", payload: { domain: "far.example" } });
    await fail(vera, 3, 4, 25);
    await enqueue(vera, { task: "deliver", payload: { domain: "far.example" } });
    expect(await countJobs(vera)).toEqual({
      kinds: [
        { task: "deliver", waiting: 1, failing: 2, givenUp: 1 },
        { task: "ask-server", waiting: 1, failing: 0, givenUp: 0 },
      ],
      isMore: { waiting: false, failed: false },
      most: 10_000,
    });
  });

  test("is counted no further than it tells, and what waits not by what failed since", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    await enqueue(vera, { task: "ask-server", payload: { domain: "far.example" } });
    await fail(vera, 25);
    await db.execute(sql`insert into graphile_worker._private_jobs (task_id, last_error, attempts)
      select task_id, last_error, 25 from graphile_worker._private_jobs, generate_series(1, 10000) where attempts = 25`);
    expect(await countJobs(vera)).toEqual({
      kinds: [
        { task: "deliver", waiting: 0, failing: 0, givenUp: 10_000 },
        { task: "ask-server", waiting: 1, failing: 0, givenUp: 0 },
      ],
      isMore: { waiting: false, failed: true },
      most: 10_000,
    });
  });

  test("tells of failures without what they were about, page by page", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const ids = await fail(vera, ...Array.from({ length: 26 }, () => 2), 25);
    const { jobs, hasMore } = await listFailedJobs(vera, {});
    expect(hasMore).toBe(true);
    expect(jobs[0]).toMatchObject({ id: ids.at(-1), task: "deliver", attempts: 25, nextAt: null });
    expect(jobs[1]?.nextAt).toBeInstanceOf(Date);
    expect(jobs[0]?.error).not.toMatch(/grace|secret/);
    const rest = await listFailedJobs(vera, { before: jobs.at(-1)!.id });
    expect(rest).toMatchObject({ hasMore: false, jobs: [{ id: ids[1] }, { id: ids[0] }] });
  });
});

describe("a job that failed", () => {
  test("is tried again at once, as if for the first time, however often one asks", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const [jobId = ""] = await fail(vera, 25);
    for (const _ of [1, 2]) await retryJob(vera, { jobId });
    expect([...(await jobs(db))]).toEqual([{ attempts: 0, due: true }]);
    expect((await logged(db))[0]).toEqual(["job.retried", { task: "deliver" }]);
  });

  test("is dropped for good", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const [jobId = ""] = await fail(vera, 25);
    await dropJob(vera, { jobId });
    expect(await jobs(db)).toHaveLength(0);
    await expect(dropJob(vera, { jobId })).rejects.toMatchObject({ reason: "job_not_found" });
    await expect(retryJob(vera, { jobId })).rejects.toMatchObject({ reason: "job_not_found" });
    expect(await logged(db)).toEqual([["job.dropped", { task: "deliver" }]]);
  });

  test("is left alone while it runs", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const [jobId = ""] = await fail(vera, 2);
    await db.execute(sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w'`);
    await expect(dropJob(vera, { jobId })).rejects.toMatchObject({ reason: "job_not_found" });
    expect(await retryFailedJobs(vera)).toBe(0);
    expect(await jobs(db)).toHaveLength(1);
  });

  test("is also one whose worker was killed at its last try, before it could say why", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const [jobId = ""] = await fail(vera, 25);
    await db.execute(sql`update graphile_worker._private_jobs set last_error = null`);
    expect((await countJobs(vera)).kinds).toMatchObject([{ waiting: 0, givenUp: 1 }]);
    expect((await listFailedJobs(vera, {})).jobs).toMatchObject([{ id: jobId, error: "", nextAt: null }]);
    await retryJob(vera, { jobId });
    expect([...(await jobs(db))]).toEqual([{ attempts: 0, due: true }]);
    expect((await listFailedJobs(vera, {})).jobs).toEqual([]);
  });

  test("is tried again with all others", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    await fail(vera, 25, 3);
    expect(await retryFailedJobs(vera)).toBe(2);
    expect([...(await jobs(db))]).toEqual([1, 2].map(() => ({ attempts: 0, due: true })));
    expect(await logged(db)).toEqual([["jobs.retried", { count: 2 }]]);
  });

  test("is for administrators alone", async ({ db }) => {
    const moderator = await accountOf(db, "moderator");
    const [jobId = ""] = await fail(moderator, 2);
    for (const attempt of [
      () => countJobs(moderator),
      () => listFailedJobs(moderator, {}),
      () => retryJob(moderator, { jobId }),
      () => dropJob(moderator, { jobId }),
      () => retryFailedJobs(moderator),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  });
});
