import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { dropJob, retryFailedJobs, retryJob } from "@/lib/instance/work/decide-jobs";
import { enqueue } from "@/lib/jobs/enqueue";
import { dropMail, retryMail } from "@/lib/mail/administration/decide";
import { tryMail } from "@/lib/notifications/try-mail";

/** What administrators do about jobs and mail. */
export const workActs = {
  retryJob: async (ctx: Context) => retryJob(ctx, { jobId: await failedJob(ctx) }),
  retryFailedJobs: (ctx: Context) => retryFailedJobs(ctx),
  dropJob: async (ctx: Context) => dropJob(ctx, { jobId: await failedJob(ctx) }),
  retryMail: async (ctx: Context) => retryMail(ctx, { mailId: await unsentMail(ctx) }),
  dropMail: async (ctx: Context) => dropMail(ctx, { mailId: await unsentMail(ctx) }),
  tryMail: (ctx: Context) =>
    tryMail(ctx, "en", { via: { send: async () => ({ status: "sent" }), close() {} } }),
};

async function failedJob(ctx: Context): Promise<string> {
  await enqueue(ctx, { task: "deliver", payload: { domain: "far.example" } });
  const [job] = await ctx.db.execute<{ id: string }>(
    sql`update graphile_worker._private_jobs set last_error = 'no answer' returning id::text`,
  );
  return job!.id;
}

async function unsentMail({ db }: Context): Promise<string> {
  const body = { to: "grace@example.org", locale: "en", subject: "", text: "", html: "" };
  const [mail] = await db.insert(mails).values({ key: randomUUID(), body }).returning({ id: mails.id });
  return mail!.id;
}
