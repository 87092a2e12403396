import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { answerConfirmationLetter, answerKnownLetter } from "./letters/by-mail";
import { ownAnswerLetter } from "./letters/own-answer";
import { findAttendance, isOrganizer } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipant } from "./write-to-participant";

/**
 * Mails somebody who answered without an account the link that makes the answer count; whoever had answered before gets
 * the link to their page again.
 */
export async function askToConfirmAnswer(
  tx: Context,
  fact: Recorded<FactOf<"participation.registered">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (!attendance || isOver(attendance.event, tx.now)) return;
  const letter =
    attendance.participation.status === "unconfirmed" ? answerConfirmationLetter : answerKnownLetter;
  await writeToParticipant(tx, attendance, {
    key: mailKey(fact),
    write: (reader) => letter(attendance, reader),
    calendars: "silent",
  });
}

type Answered = Recorded<FactOf<"participation.undecided" | "participation.declined" | "participation.left">>;

const standings: Record<Answered["kind"], Participation["status"]> = {
  "participation.undecided": "maybe",
  "participation.declined": "declined",
  "participation.left": "left",
};

/**
 * Confirms to somebody that they may come, or do not: by e-mail, since that mail is their way back; to identities if
 * their calendar has the event.
 */
export async function confirmOwnAnswer(tx: Context, fact: Answered): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== standings[fact.kind] || isOrganizer(attendance)) return;
  if (attendance.event.status === "cancelled" || isOver(attendance.event, tx.now)) return;
  await writeToParticipant(tx, attendance, {
    key: mailKey(fact),
    kind: "answers",
    write: (reader) => ownAnswerLetter(attendance, reader),
    calendars: "needed",
  });
}
