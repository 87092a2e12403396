import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { rejectionLetter } from "./letters/decision";
import { findAttendance } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Tells somebody that there is no place for them, unless the organiser thought better of it meanwhile. */
export async function announceRejection(
  tx: Context,
  fact: Recorded<FactOf<"participation.rejected">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "rejected") return;
  const { organizer, participant } = attendance;
  if (participant.id === organizer.id) return;
  await writeTo(tx, participant.id, {
    key: mailKey(fact),
    kind: "answers",
    write: (reader) => rejectionLetter(attendance, reader),
  });
}
