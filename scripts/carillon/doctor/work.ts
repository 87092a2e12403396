import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import type { Finding } from "./finding";

/** What the worker leaves undone, mails that do not go, and whether anybody looks after the server. */
export async function checkWork(db: Database): Promise<Finding[]> {
  return [await checkJobs(db), await checkWaitingMails(db), await checkAdministrators(db)];
}

async function checkJobs(db: Database): Promise<Finding> {
  const about = "jobs";
  const [row] = await db.execute<{ waiting: number; late: number; lost: string[] }>(sql`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts < max_attempts and locked_at is null
        and run_at < now() - interval '10 minutes')::int as late,
      array(select distinct task_identifier from graphile_worker.jobs where attempts >= max_attempts) as lost
    from graphile_worker.jobs`);
  const { waiting, late, lost } = row!;
  if (late > 0) {
    const text = `${late} of ${waiting} jobs have been due for more than ten minutes.`;
    return { about, state: "fail", text, todo: "Start Carillon, or a worker (npm run worker)." };
  }
  if (lost.length > 0) {
    const text = `Jobs of these kinds were given up after many tries: ${lost.join(", ")}.`;
    return { about, state: "warn", text, todo: "Look for their errors in the log." };
  }
  return { about, state: "ok", text: `${waiting} are waiting, and none is late.` };
}

async function checkWaitingMails(db: Database): Promise<Finding> {
  const about = "mails";
  const [row] = await db.execute<{ late: number }>(sql`
    select count(*)::int as late from mails
    where body is not null and created_at < now() - interval '1 hour'`);
  if (row!.late === 0) return { about, state: "ok", text: "None has been waiting for an hour." };
  return {
    ...{ about, state: "warn", text: `${row!.late} mails have not gone out for an hour.` },
    todo: "See what hinders them: npm run carillon -- mail test ADDRESS",
  };
}

async function checkAdministrators(db: Database): Promise<Finding> {
  const { role, confirmedAt, suspendedAt } = accounts;
  const isOne = and(eq(role, "administrator"), isNotNull(confirmedAt), isNull(suspendedAt));
  const count = await db.$count(accounts, isOne);
  const about = "people";
  if (count > 0) return { about, state: "ok", text: `Administrators: ${count}.` };
  return {
    ...{ about, state: "warn", text: "Nobody administers this server." },
    todo: "Open the link that npm start prints, or: npm run carillon -- account create",
  };
}
