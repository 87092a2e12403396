import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { calendarFile } from "./calendar-file";
import { cancellationLetter } from "./letters/change";
import { findHappening } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipants } from "./write-to-participants";

/**
 * Tells all who come or wait for an answer that nothing takes place; calendars of those who come hear of it too. Called
 * by lib/departure too, before the event's page goes with its organiser (`isPageGone`).
 */
export async function announceCancellation(
  tx: Context,
  fact: Recorded<FactOf<"event.cancelled">>,
  { isPageGone = false } = {},
): Promise<void> {
  const happening = await findHappening(tx.db, fact.eventId);
  if (happening?.event.status !== "cancelled" || isOver(happening.event, tx.now)) return;
  const calendar = await calendarFile(tx.db, happening);
  await writeToParticipants(tx, happening, {
    statuses: ["approved", "pending", "waitlisted"],
    key: (participationId) => mailKey(fact, participationId),
    write: ({ participant, reader, status }) =>
      cancellationLetter(happening, { participant, reader, isGoing: status === "approved", isPageGone }),
    calendar: (status) => (status === "approved" ? calendar : undefined),
  });
}
