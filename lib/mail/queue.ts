import { sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { enqueue, enqueueAll } from "@/lib/jobs/enqueue";
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

/** The job that sends one mail has this key. */
export function sendingKey(mailId: string): string {
  return `send-mail:${mailId}`;
}

/** How many mails one job sends: few enough that those who share a worker with it take turns. */
const AT_ONCE = 25;

/** Many together cost fewer commits, and let single mails go first: somebody may wait for the link in one. */
async function enqueueSending(tx: Context, mailIds: string[]): Promise<void> {
  const [mailId, ...others] = mailIds;
  if (!mailId) return;
  if (others.length === 0)
    return enqueue(tx, { task: "send-mail", payload: { mailId }, key: sendingKey(mailId) });
  const starts = Array.from({ length: Math.ceil(mailIds.length / AT_ONCE) }, (_, index) => index * AT_ONCE);
  const jobs = starts.map((start) => ({ payload: { mailIds: mailIds.slice(start, start + AT_ONCE) } }));
  await enqueueAll(tx, { task: "send-mails", jobs, priority: 10 });
}
