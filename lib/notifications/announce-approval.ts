import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { calendarFile } from "./calendar-file";
import { approvalLetter } from "./letters/decision";
import { findAttendance } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Tells a participant that they are in, with a file for their calendar, unless they left or it was called off meanwhile. */
export async function announceApproval(
  tx: Context,
  fact: Recorded<FactOf<"participation.approved">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "approved" || attendance.event.status === "cancelled") return;
  const { organizer, participant } = attendance;
  if (participant.id === organizer.id) return;
  await writeTo(tx, participant.id, {
    key: mailKey(fact),
    kind: "answers",
    write: (reader) => approvalLetter(attendance, reader),
    calendar: await calendarFile(tx.db, attendance),
  });
}
