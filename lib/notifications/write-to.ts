import type { Context } from "@/lib/core/context";
import { findMailbox } from "@/lib/identities/mailbox";
import { queueMail } from "@/lib/mail/queue";
import type { Reader } from "./event-card";
import { type Letter, setLetter } from "./letter";

/** One letter to one identity, if it lives here and its address was confirmed; once for its key. */
export async function writeTo(
  tx: Context,
  actorId: string,
  { key, write, calendar }: { key: string; write: (reader: Reader) => Letter; calendar?: string },
): Promise<void> {
  const [mailbox] = await findMailbox(tx.db, [actorId]);
  if (!mailbox) return;
  await queueMail(tx, key, { ...setLetter(write(mailbox)), to: mailbox.email, calendar });
}

/** Names the mail about a fact, or one of its many mails: heard twice, it is written once. */
export function mailKey({ kind, factId }: { kind: string; factId: number }, recipient?: string): string {
  return [kind, factId, recipient].filter(Boolean).join(":");
}
