import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { requestLetter } from "./letters/request";
import { findAttendance } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Tells the organiser who asks to take part, unless that is settled meanwhile or they asked themselves. */
export async function announceRequest(
  tx: Context,
  fact: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "pending") return;
  const { organizer, participant } = attendance;
  if (participant.id === organizer.id) return;
  await writeTo(tx, organizer.id, {
    key: mailKey(fact),
    kind: "requests",
    write: (reader) => requestLetter(attendance, reader),
  });
}
