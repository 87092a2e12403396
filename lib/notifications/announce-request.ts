import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { requestLetter } from "./letters/request";
import { findAttendance, findPeople } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Tells all who host who asks to take part, unless that is settled meanwhile or they asked themselves. */
export async function announceRequest(
  tx: Context,
  fact: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "pending") return;
  const { event, participant } = attendance;
  for (const host of await findPeople(tx.db, [event.organizerId, ...event.hostIds])) {
    if (host.id === participant.id) continue;
    await writeTo(tx, host.id, {
      key: mailKey(fact, host.id === event.organizerId ? undefined : host.id),
      kind: "requests",
      write: (reader) => requestLetter(attendance, host, reader),
    });
  }
}
