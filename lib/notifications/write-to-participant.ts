import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { translator } from "@/lib/core/messages";
import type { Mail } from "@/lib/mail/mail";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { answerPath } from "@/lib/participation/by-mail/link";
import type { Reader } from "./event-card";
import type { MailKind } from "./input";
import { type Letter, setLetter } from "./letter";
import { findMailboxes } from "./mailboxes";
import { type Attendance, isIdentity, type Participant } from "./people";
import { type CalendarPart, tellCalendars } from "./tell-calendars";
import { wantsMail } from "./wants";
import { setDeclinableLetter } from "./write-to";

type Writing = {
  key: string;
  /** No kind: it cannot be declined. By e-mail there is nothing to decline: all of it is about one's own answer. */
  kind?: MailKind;
  write: (reader: Reader) => Letter;
  /**
   * "silent": it is about nothing that a calendar should hear. "needed": identities, who see the rest on their pages, get
   * it only if their calendar is to hear of it.
   */
  calendars?: "silent" | "needed";
};

/**
 * One letter to whoever takes part, identity or address, once for its key. Their calendar hears where they stand now, if
 * it has to. Whose address is not confirmed gets no link to a page. Identities of other servers hear of it by federation.
 */
export async function writeToParticipant(
  tx: Context,
  attendance: Attendance,
  { key, kind, write, calendars }: Writing,
): Promise<void> {
  const { event, participant, participation } = attendance;
  const mailbox = (await findMailboxes(tx, event, [attendance])).get(participation.id);
  if (!mailbox || !(await wants(tx, participant, kind)) || (await isMailQueued(tx, key))) return;
  const { id, status } = participation;
  const told = { id, status, name: participant.name, email: mailbox.email };
  const part = calendars === "silent" ? undefined : (await tellCalendars(tx, attendance, [told])).get(id);
  if (calendars === "needed" && !part && isIdentity(participant)) return;
  const letter = write(mailbox);
  const isTheirs = status !== "unconfirmed";
  const mail = isTheirs ? setLetterTo(participant, letter, { kind, part }) : setLetter(letter);
  await queueMail(tx, key, { ...mail, to: mailbox.email });
}

async function wants(tx: Context, participant: Participant, kind?: MailKind): Promise<boolean> {
  return !kind || !isIdentity(participant) || wantsMail(tx.db, participant.id, kind);
}

/**
 * Sets a letter to a participant: with what their calendar hears, and with the way to get no more of them. By e-mail,
 * that is the page of one's own.
 */
export function setLetterTo(
  participant: Participant,
  letter: Letter,
  { kind, part }: { kind?: MailKind; part: CalendarPart | undefined },
): Omit<Mail, "to"> {
  const told = { ...letter, notes: [...(letter.notes ?? []), ...noteOn(part, letter)] };
  if (isIdentity(participant))
    return { ...setDeclinableLetter(told, { actorId: participant.id, kind }), ...part };
  const url = env().ORIGIN + answerPath(participant.participationId);
  const label = translator(letter.locale, "mail.byMail")("leave");
  return { ...setLetter({ ...told, unsubscribe: { label, url } }), ...part, unsubscribePage: url };
}

function noteOn(part: CalendarPart | undefined, { locale }: Letter): string[] {
  if (!part) return [];
  const t = translator(locale, "mail.letter");
  return [t(part.calendarMethod === "REQUEST" ? "calendar" : "calendarOut")];
}
