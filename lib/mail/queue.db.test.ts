import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Mail } from "./mail";
import { isMailQueued, queueMail, queueMails } from "./queue";

const mail: Mail = {
  to: "grace@example.org",
  locale: "en",
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello",
};

function system(db: Database) {
  return { db, actor: { kind: "system" as const }, now };
}

function listJobs(db: Database, task = "send-mail") {
  return db.execute<{ payload: { mailIds: string[] }; priority: number }>(sql`
    select payload, max_attempts, priority from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id where identifier = ${task} order by jobs.id`);
}

describe("queueMail", () => {
  test("writes the mail and one job that names it", async ({ db }) => {
    expect(await queueMail(system(db), "participation.approved:42", mail)).toBe(true);
    const [row, ...others] = await db.select().from(mails);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ key: "participation.approved:42", body: mail, sentAt: null });
    expect([...(await listJobs(db))]).toEqual([
      { payload: { mailId: row?.id }, max_attempts: 25, priority: 0 },
    ]);
  });

  test("does nothing the second time, whatever the mail says", async ({ db }) => {
    await queueMail(system(db), "key", mail);
    expect(await queueMail(system(db), "key", { ...mail, subject: "Other" })).toBe(false);
    expect(await db.select().from(mails)).toMatchObject([{ body: { subject: "Hello" } }]);
    expect(await listJobs(db)).toHaveLength(1);
    expect(await isMailQueued(system(db), "key")).toBe(true);
    expect(await isMailQueued(system(db), "other")).toBe(false);
  });

  test("many at once are each written once", async ({ db }) => {
    await queueMail(system(db), "key:7", mail);
    const many = Array.from({ length: 300 }, (_, index) => ({ key: `key:${index}`, mail }));
    expect(await queueMails(system(db), many)).toBe(299);
    expect(await queueMails(system(db), many)).toBe(0);
    const jobs = [...(await listJobs(db, "send-mails"))];
    const ids = jobs.flatMap(({ payload }) => payload.mailIds);
    expect(ids).toHaveLength(299);
    expect(new Set(ids).size).toBe(299);
    expect(jobs).toHaveLength(12);
    // Somebody may wait for the link in a single one: those go first.
    expect(new Set(jobs.map(({ priority }) => priority))).toEqual(new Set([10]));
    expect(await queueMails(system(db), [])).toBe(0);
  });
});
