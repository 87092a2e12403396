import { eq, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { log } from "@/lib/core/log";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Mail, Outcome, Transport } from "./mail";
import { sendingKey } from "./queue";
import { transport } from "./transport";

/**
 * The job `send-mail`: sends a queued mail and forgets what it said. Call it outside a transaction, since a
 * server may take its time. Repeating it is harmless; killed between sending and marking, it sends the
 * same mail under the same Message-ID again, which mailboxes recognise.
 */
export async function sendQueuedMail(
  { db, now }: Pick<Context, "db" | "now">,
  mailId: string,
  { via = transport() }: { via?: Transport } = {},
): Promise<void> {
  const [row] = await db.select().from(mails).where(eq(mails.id, mailId));
  if (!row?.body) return;
  const name = keyedHash("mail", row.id);
  const outcome = await via.send({ ...(row.body as Mail), name, date: row.createdAt });
  if (outcome.status === "refused")
    log("mail").warn({ mail: name, reason: outcome.reason }, "mail was refused for good");
  await mark({ db, now }, mailId, outcome);
}

/**
 * Does not wait for the disk: what a killed worker has not marked is sent again, and that wait was nearly all of the
 * time in which it could be killed. What a crash of the machine takes with it is sent again as well.
 */
async function mark({ db, now }: Pick<Context, "db" | "now">, mailId: string, outcome: Outcome) {
  await db
    .update(mails)
    .set({ body: null, sentAt: outcome.status === "sent" ? now : null })
    .from(sql`(select set_config('synchronous_commit', 'off', true)) as eased`)
    .where(eq(mails.id, mailId));
}

/** Mails on their way at a time, for each job: what a killed worker had on its way is sent again. */
const ON_THEIR_WAY = 2;

/**
 * The job `send-mails`: sends queued mails, a few at a time, and marks each as soon as it is taken over. One that does
 * not go now gets a job of its own and holds up no other. Repeating it is harmless: those that went are passed over.
 */
export async function sendQueuedMails(
  ctx: Context,
  mailIds: string[],
  { via = transport() }: { via?: Transport } = {},
): Promise<void> {
  const waiting = [...mailIds];
  const sendOneByOne = async () => {
    for (let mailId = waiting.shift(); mailId; mailId = waiting.shift()) {
      await sendQueuedMail(ctx, mailId, { via }).catch(() => tryLater(ctx, mailId));
    }
  };
  await Promise.all(Array.from({ length: ON_THEIR_WAY }, sendOneByOne));
}

function tryLater(ctx: Context, mailId: string): Promise<void> {
  const runAt = new Date(ctx.now.getTime() + 5_000);
  return enqueue(ctx, { task: "send-mail", payload: { mailId }, key: sendingKey(mailId), runAt });
}
