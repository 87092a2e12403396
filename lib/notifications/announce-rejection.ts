import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { rejectionLetter } from "./letters/decision";
import { findAttendance, isOrganizer } from "./people";
import { decisionKey } from "./told-decision";
import { writeToParticipant } from "./write-to-participant";

/** How long hosts may take it back before anybody hears of it. */
const PAUSE = 60_000;

/**
 * Tells somebody a minute later that there is no place for them, and why, unless the hosts thought better of it by then
 * or decided anew.
 */
export async function announceRejection(
  tx: Context,
  fact: Recorded<FactOf<"participation.rejected">>,
): Promise<void> {
  const due = new Date(fact.at.getTime() + PAUSE);
  if (due > tx.now) return tellLater(tx, fact, due);
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "rejected" || isOrganizer(attendance)) return;
  const { decidedAt } = attendance.participation;
  if (decidedAt && decidedAt > fact.at) return;
  await writeToParticipant(tx, attendance, {
    key: decisionKey(fact),
    kind: "answers",
    write: (reader) => rejectionLetter(attendance, reader),
  });
}

function tellLater(tx: Context, { factId }: { factId: number }, due: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "announceRejection", factId },
    key: `tell:announceRejection:${factId}`,
    runAt: due,
  });
}
