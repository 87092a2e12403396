import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { calendarFile } from "./calendar-file";
import { tellableChanges } from "./changes";
import { updateLetter } from "./letters/change";
import { findHappening } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipants } from "./write-to-participants";

/** Tells all who come that name, time, place or status changed; nothing once it is over or called off. */
export async function announceUpdate(tx: Context, fact: Recorded<FactOf<"event.updated">>): Promise<void> {
  const happening = await findHappening(tx.db, fact.eventId);
  if (!happening || happening.event.status === "cancelled" || isOver(happening.event, tx.now)) return;
  const changes = tellableChanges(fact.changed, happening.event);
  if (changes.length === 0) return;
  const calendar = await calendarFile(tx.db, happening);
  await writeToParticipants(tx, happening, {
    statuses: ["approved"],
    kind: "changes",
    key: (participationId) => mailKey(fact, participationId),
    write: ({ participant, reader }) => updateLetter(happening, { participant, reader, changes }),
    calendar: () => calendar,
  });
}
