import type { Context } from "@/lib/core/context";
import { translator } from "@/lib/core/messages";
import { findMailbox } from "@/lib/identities/mailbox";
import type { Mail } from "@/lib/mail/mail";
import { queueMail } from "@/lib/mail/queue";
import type { Reader } from "./event-card";
import type { MailKind } from "./input";
import { type Letter, setLetter } from "./letter";
import { unsubscribeLinks } from "./unsubscribe";
import { wantsMail } from "./wants";

/** No kind: it cannot be declined. */
type Writing = { key: string; kind?: MailKind; write: (reader: Reader) => Letter };

/** One letter to one identity, if it wants this kind, lives here and its address was confirmed; once for its key. */
export async function writeTo(tx: Context, actorId: string, { key, kind, write }: Writing): Promise<void> {
  const [mailbox] = await findMailbox(tx.db, [actorId]);
  if (!mailbox || (kind && !(await wantsMail(tx.db, actorId, kind)))) return;
  const letter = setDeclinableLetter(write(mailbox), { actorId, kind });
  await queueMail(tx, key, { ...letter, to: mailbox.email });
}

/** Sets a letter of a kind that its reader may decline, with the ways to do so. No kind: it is always sent. */
export function setDeclinableLetter(
  letter: Letter,
  { actorId, kind }: { actorId: string; kind?: MailKind },
): Omit<Mail, "to"> {
  if (!kind) return setLetter(letter);
  const { page, oneClick } = unsubscribeLinks(actorId, kind);
  const label = translator(letter.locale, "mail.letter")("unsubscribe");
  return { ...setLetter({ ...letter, unsubscribe: { label, url: page } }), unsubscribe: oneClick };
}

/** Names the mail about a fact, or one of its many mails: heard twice, it is written once. */
export function mailKey({ kind, factId }: { kind: string; factId: number }, recipient?: string): string {
  return [kind, factId, recipient].filter(Boolean).join(":");
}
