import { eq } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { log } from "@/lib/core/log";
import type { Mail, Transport } from "./mail";
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
  await db
    .update(mails)
    .set({ body: null, sentAt: outcome.status === "sent" ? now : null })
    .where(eq(mails.id, mailId));
}
