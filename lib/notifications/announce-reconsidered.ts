import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { reconsideredLetter } from "./letters/decision";
import { findAttendance, isOrganizer } from "./people";
import { wasTold } from "./told-decision";
import { mailKey } from "./write-to";
import { writeToParticipant } from "./write-to-participant";

/** Tells somebody who was told of a decision that it was taken back, unless it is over or they left meanwhile. */
export async function announceReconsidered(
  tx: Context,
  fact: Recorded<FactOf<"participation.reconsidered">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (!attendance || isOrganizer(attendance) || attendance.event.status === "cancelled") return;
  const { status } = attendance.participation;
  if (status === fact.was || ["left", "declined"].includes(status) || !(await wasTold(tx, fact))) return;
  await writeToParticipant(tx, attendance, {
    key: mailKey(fact),
    kind: "answers",
    write: (reader) => reconsideredLetter(attendance, reader),
  });
}
