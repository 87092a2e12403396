import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { cancellationLetter } from "./letters/change";
import { findHappening } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipants } from "./write-to-participants";

/**
 * Tells all who come, may, or wait that nothing takes place; calendars that have it by a mail hear of it too. Called
 * by lib/departure too, before the event's page goes with its organiser (`isPageGone`).
 */
export async function announceCancellation(
  tx: Context,
  fact: Recorded<FactOf<"event.cancelled">>,
  { isPageGone = false } = {},
): Promise<void> {
  const happening = await findHappening(tx.db, fact.eventId);
  if (happening?.event.status !== "cancelled" || isOver(happening.event, tx.now)) return;
  await writeToParticipants(tx, happening, {
    statuses: ["approved", "offered", "waitlisted", "maybe", "pending"],
    key: (participationId) => mailKey(fact, participationId),
    write: ({ participant, reader, status }) =>
      cancellationLetter(happening, { participant, reader, isGoing: status === "approved", isPageGone }),
    tellsCalendars: true,
  });
}
