import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import type { Reader } from "./event-card";
import type { Letter } from "./letter";
import { lapseLetter, offerLetter, pendingLetter, waitingLetter } from "./letters/waiting";
import { type Attendance, findAttendance, isIdentity, isOrganizer } from "./people";
import { decisionKey } from "./told-decision";
import { mailKey } from "./write-to";
import { writeToParticipant } from "./write-to-participant";

/** Gives whoever asks by e-mail the link to their page; identities see on the event's that they wait. */
export async function tellPending(
  tx: Context,
  fact: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const attendance = await findStanding(tx, fact, "pending");
  if (attendance && !isIdentity(attendance.participant))
    await tell(tx, attendance, mailKey(fact), pendingLetter);
}

/** Tells somebody that they are on the waiting list, unless it is their turn already. */
export async function announceWaiting(
  tx: Context,
  fact: Recorded<FactOf<"participation.waitlisted">>,
): Promise<void> {
  const attendance = await findStanding(tx, fact, "waitlisted");
  if (attendance) await tell(tx, attendance, decisionKey(fact), waitingLetter);
}

/** Offers a place, unless it was taken, declined or given on meanwhile. */
export async function announceOffer(
  tx: Context,
  fact: Recorded<FactOf<"participation.offered">>,
): Promise<void> {
  const attendance = await findStanding(tx, fact, "offered");
  const endsAt = attendance?.participation.offerEndsAt;
  if (attendance && endsAt && endsAt > tx.now) await tell(tx, attendance, mailKey(fact), offerLetter);
}

/** Tells somebody that they did not take the offered place in time, unless they came back meanwhile. */
export async function announceLapse(
  tx: Context,
  fact: Recorded<FactOf<"participation.offer_lapsed">>,
): Promise<void> {
  const attendance = await findStanding(tx, fact, "left");
  if (attendance) await tell(tx, attendance, mailKey(fact), lapseLetter);
}

/** Null if they stand elsewhere by now, or it was called off: that is told anyway. */
async function findStanding(
  tx: Context,
  { participationId }: { participationId: string },
  status: Participation["status"],
): Promise<Attendance | null> {
  const attendance = await findAttendance(tx.db, participationId);
  if (attendance?.participation.status !== status || isOrganizer(attendance)) return null;
  return attendance.event.status === "cancelled" ? null : attendance;
}

function tell(
  tx: Context,
  attendance: Attendance,
  key: string,
  letter: (attendance: Attendance, reader: Reader) => Letter,
): Promise<void> {
  return writeToParticipant(tx, attendance, {
    key,
    kind: "answers",
    write: (reader) => letter(attendance, reader),
  });
}
