import { sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import type { Mail } from "./mail";

/**
 * Writes a mail down in the caller's transaction; the worker sends it after the commit. Once for its key:
 * whoever hears a fact twice may queue twice. Answers whether the mail is new.
 */
export async function queueMail(tx: Context, key: string, mail: Mail): Promise<boolean> {
  return (await queueMails(tx, [{ key, mail }])) === 1;
}

/** The same for many, in two statements; some hundreds at a time. Answers how many are new. */
export async function queueMails(tx: Context, letters: { key: string; mail: Mail }[]): Promise<number> {
  if (letters.length === 0) return 0;
  const queued = await tx.db
    .insert(mails)
    .values(letters.map(({ key, mail }) => ({ key, body: mail, createdAt: tx.now })))
    .onConflictDoNothing({ target: mails.key })
    .returning({ id: mails.id });
  await enqueueSending(
    tx,
    queued.map(({ id }) => id),
  );
  return queued.length;
}

/** Whether a mail with this key was written before, sent or not. */
export async function isMailQueued({ db }: Pick<Context, "db">, key: string): Promise<boolean> {
  const [found] = await db.select({ id: mails.id }).from(mails).where(sql`${mails.key} = ${key}`);
  return Boolean(found);
}

/** One `send-mail` job each, as `enqueue` makes them, in one statement: an event may have a thousand participants. */
async function enqueueSending({ db }: Context, mailIds: string[]) {
  if (mailIds.length === 0) return;
  await db.execute(sql`
    select graphile_worker.add_job('send-mail', payload => json_build_object('mailId', mail_id), max_attempts => 25)
    from json_array_elements_text(${JSON.stringify(mailIds)}::json) as mail_id`);
}
