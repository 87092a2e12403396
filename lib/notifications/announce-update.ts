import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { type Difference, findPendingUpdate, settlePendingUpdate } from "@/lib/events/pending-update";
import { isOver } from "@/lib/events/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { record } from "@/lib/journal/record";
import { canSeeAddress } from "@/lib/participation/address";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
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
 * Tells all who come, may, or wait for a place that name, time, place or status are not what they were last told: once for all edits of half an
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
  const changed = differenceSince(NEVER)?.changed ?? [];
  if (changed.length > 0) await record(tx, { kind: "event.changes_gathered", eventId: event.id, changed });
}

/** Whoever has known of it from before all changes. */
const NEVER = new Date(0);

type DifferenceSince = Awaited<ReturnType<typeof settlePendingUpdate>>;

/** Whoever was let in after a change hears only of those that came after it. */
async function tell(tx: Context, happening: Happening, differenceSince: DifferenceSince) {
  const { id, version } = happening.event;
  await writeToParticipants(tx, happening, {
    statuses: ["approved", "offered", "waitlisted", "maybe"],
    kind: "changes",
    key: (participationId) => `event.updated:${id}:${version}:${participationId}`,
    write: ({ participant, reader, status, knownSince }) => {
      const isGoing = status === "approved";
      const difference = visibleDifference(differenceSince(knownSince), happening.event, isGoing);
      return difference && updateLetter(happening, { participant, reader, isGoing, difference });
    },
    tellsCalendars: true,
  });
}

/** What differs for somebody who may not know the address, or is in and may; null if nothing does. */
function visibleDifference(difference: Difference | null, event: Event, isGoing: boolean): Difference | null {
  const reader = { isOrganizer: false, statuses: isGoing ? ["approved" as const] : [] };
  const hidden = [
    ...(canSeeAddress(event, reader) ? [] : ["placeName", "placeAddress", "latitude", "longitude"]),
    ...(canSeeOnlineAddress(event, reader) ? [] : ["onlineUrl"]),
  ];
  const changed = difference?.changed.filter((column) => !hidden.includes(column)) ?? [];
  return difference && changed.length > 0 ? { ...difference, changed } : null;
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
