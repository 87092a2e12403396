import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { mails } from "@/db/schema/mails";
import { createAccount } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { record } from "@/lib/journal/record";
import { checkClock } from "./clock";
import { checkDatabase } from "./database";
import { checkWork } from "./work";

const statesOf = async (found: ReturnType<typeof checkWork>) =>
  Object.fromEntries((await found).map(({ about, state }) => [about, state]));

test("a database of this release is fine, and its clock is ours", async ({ db }) => {
  expect(await checkDatabase(db)).toMatchObject({ state: "ok" });
  expect(await checkClock(db)).toMatchObject({ state: expect.stringMatching(/ok|warn/) });
  const inAnHour = new Date(Date.now() + 3_600_000);
  await record({ db, actor: { kind: "system" }, now: inAnHour }, { kind: "instance.updated" });
  expect(await checkClock(db)).toMatchObject({ state: "fail", text: expect.stringContaining("behind") });
});

test("says when nobody works, when mails wait, and when nobody looks after the server", async ({ db }) => {
  expect(await statesOf(checkWork(db))).toEqual({ jobs: "ok", mails: "ok", people: "warn" });

  await createAccount(db, { role: "administrator" });
  await db.execute(sql`
    select graphile_worker.add_job('lost-task', max_attempts => 1);
    `);
  await db.execute(sql`update graphile_worker._private_jobs set attempts = 1`);
  const body = { to: "a@example.org", subject: "", text: "", html: "", locale: "en" };
  await db.insert(mails).values({ key: "late", body, createdAt: new Date(Date.now() - 2 * 3_600_000) });
  expect(await statesOf(checkWork(db))).toEqual({ jobs: "warn", mails: "warn", people: "ok" });

  await db.execute(sql`select graphile_worker.add_job('late-task', run_at => now() - interval '1 hour')`);
  expect(await statesOf(checkWork(db))).toMatchObject({ jobs: "fail" });
});
