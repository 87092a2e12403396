import type { Context } from "@/lib/core/context";
import { findPendingUpdate, settlePendingUpdate } from "@/lib/events/pending-update";
import { isOver } from "@/lib/events/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { calendarFile } from "./calendar-file";
import { updateLetter } from "./letters/change";
import { findHappening, type Happening } from "./people";
import { writeToParticipants } from "./write-to-participants";

const MINUTE = 60_000;

/** How long edits are gathered, counted from the first. */
const PAUSE = 30 * MINUTE;
/** What begins so soon is told at once. */
const SOON = 60 * MINUTE;

type Changed = Recorded<FactOf<"event.updated" | "event.restored">>;

/**
 * Tells all who come that name, time, place or status are not what they were last told: once for all edits of half an
 * hour, at once when it begins within the hour. Nothing when everything was changed back, once it is over, or when it
 * is called off: that is told anyway.
 */
export async function announceUpdate(tx: Context, fact: Changed): Promise<void> {
  const pending = await findPendingUpdate(tx, fact.eventId);
  const happening = pending && (await findHappening(tx.db, fact.eventId));
  if (!happening) return;
  const { event } = happening;
  const due = new Date(pending.since.getTime() + PAUSE);
  if (due > tx.now && !isSoon(event.startsAt, tx.now)) return tellLater(tx, fact, due);

  const differenceSince = await settlePendingUpdate(tx, event, pending);
  if (event.status === "cancelled" || isOver(event, tx.now)) return;
  await tell(tx, happening, differenceSince);
}

type DifferenceSince = Awaited<ReturnType<typeof settlePendingUpdate>>;

/** Whoever was let in after a change hears only of those that came after it. */
async function tell(tx: Context, happening: Happening, differenceSince: DifferenceSince) {
  const { id, version } = happening.event;
  const calendar = await calendarFile(tx.db, happening);
  await writeToParticipants(tx, happening, {
    statuses: ["approved"],
    kind: "changes",
    key: (participationId) => `event.updated:${id}:${version}:${participationId}`,
    write: ({ participant, reader, knownSince }) => {
      const difference = differenceSince(knownSince);
      return difference && updateLetter(happening, { participant, reader, difference });
    },
    calendar: () => calendar,
  });
}

/** One job an event: each edit of the half hour replaces it by one at the same time. */
function tellLater(tx: Context, { eventId, factId }: Changed, due: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "announceUpdate", factId },
    key: `tell:announceUpdate:${eventId}`,
    runAt: due,
  });
}

function isSoon(startsAt: Date | null, now: Date): boolean {
  return startsAt !== null && startsAt.getTime() - now.getTime() <= SOON;
}
