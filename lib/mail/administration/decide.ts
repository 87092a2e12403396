import { and, eq, isNotNull, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { enqueue } from "@/lib/jobs/enqueue";
import { writeLog } from "@/lib/journal/write-log";
import { kindOf } from "../kind-of";
import { sendingKey } from "../queue";

type Named = { mailId: string };

/** Tries to send a mail again at once. For administrators. Refuses with `mail_not_found` what went, or was dropped. */
export function retryMail(ctx: Context, { mailId }: Named): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [mail] = await tx.db.select({ key: mails.key }).from(mails).where(isUnsent(mailId)).for("update");
    if (!mail) throw notFound("mail_not_found");
    const [again] = await tx.db.execute(sql`
      select jobs.id from graphile_worker.jobs as waiting,
        graphile_worker.reschedule_jobs(array[waiting.id], run_at => now(), attempts => 0) as jobs
      where waiting.key = ${sendingKey(mailId)}`);
    if (!again) await enqueue(tx, { task: "send-mail", payload: { mailId }, key: sendingKey(mailId) });
    await writeLog(tx, { action: "mail.retried", details: { kind: kindOf(mail.key) } });
  });
}

/** Forgets what a mail says: it never goes. One that is on its way this moment still does. Refuses with `mail_not_found`. */
export function dropMail(ctx: Context, { mailId }: Named): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [dropped] = await tx.db
      .update(mails)
      .set({ body: null })
      .where(isUnsent(mailId))
      .returning({ key: mails.key });
    if (!dropped) throw notFound("mail_not_found");
    await tx.db.execute(sql`select graphile_worker.remove_job(${sendingKey(mailId)})`);
    await writeLog(tx, { action: "mail.dropped", details: { kind: kindOf(dropped.key) } });
  });
}

function isUnsent(mailId: string) {
  return and(eq(mails.id, mailId), isNotNull(mails.body));
}
