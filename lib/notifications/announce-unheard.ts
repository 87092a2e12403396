import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { unheardLetter } from "./letters/unheard";
import { findAttendance } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipant } from "./write-to-participant";

/** Tells somebody that nobody at the event's server hears of their answer, unless they gave another one meanwhile. */
export async function announceUnheard(
  tx: Context,
  fact: Recorded<FactOf<"participation.unheard">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "left" || attendance.event.status === "cancelled") return;
  await writeToParticipant(tx, attendance, {
    key: mailKey(fact),
    kind: "answers",
    write: (reader) => unheardLetter(attendance, reader),
  });
}
