import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { approvalLetter } from "./letters/decision";
import { findAttendance, isOrganizer } from "./people";
import { decisionKey } from "./told-decision";
import { writeToParticipant } from "./write-to-participant";

/** Tells a participant that they are in, and their calendar, unless they left or it was called off meanwhile. */
export async function announceApproval(
  tx: Context,
  fact: Recorded<FactOf<"participation.approved">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "approved" || attendance.event.status === "cancelled") return;
  if (isOrganizer(attendance)) return;
  await writeToParticipant(tx, attendance, {
    key: decisionKey(fact),
    kind: "answers",
    write: (reader) => approvalLetter(attendance, reader, fact),
  });
}
