import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { canSeeAddress } from "@/lib/participation/address";
import { createActivity } from "../objects/create";
import { changeNote, type ToldChange } from "../objects/event-notes";
import type { ToldEvent } from "../objects/told";
import { loadEventForPeers } from "../serve/load-event";
import { addressed, answering } from "./direct-note";
import { followersOf, listParticipantsElsewhere, withForms } from "./event-recipients";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

/** Tells in a Note of its own that an event is called off, where Updates of events are passed over. */
export function noteCancellation(tx: Context, fact: Recorded<FactOf<"event.cancelled">>): Promise<void> {
  return noteChange(tx, fact, () => ["cancelled"]);
}

/** Tells in a Note of its own of another time or place, gathered as mails are. */
export function noteChanges(tx: Context, fact: Recorded<FactOf<"event.changes_gathered">>): Promise<void> {
  return noteChange(tx, fact, (told) => changesOf(told, fact.changed));
}

type Noted = Recorded<FactOf<"event.cancelled" | "event.changes_gathered">>;

async function noteChange(
  tx: Context,
  fact: Noted,
  changesIn: (told: ToldEvent) => ToldChange[],
): Promise<void> {
  const told = await loadEventForPeers(tx.db, fact.eventId);
  const changes = told ? changesIn(told) : [];
  if (!told || changes.length === 0 || isOver(told.event, tx.now)) return;
  const actorId = told.organizer.id;
  const note = changeNote(told, changes, { nonce: nonceOf(fact.factId), at: fact.at });
  for (const form of ["summaries", "notes"] as const)
    await sendActivity(tx, {
      ...{ actorId, form, activity: createActivity(answering(note, told, form)) },
      to: { followersOf: followersOf(told) },
    });
  const people = await withForms(tx, await listParticipantsElsewhere(tx, told.event.id));
  for (const { form, ...person } of people.filter((one) => one.form !== "events"))
    await sendActivity(tx, {
      actorId,
      activity: createActivity(
        answering(addressed(note, person, nonceOf(fact.factId, person.id)), told, form),
      ),
      to: { actorIds: [person.id] },
    });
}

/** Which of the changed columns matter so much, as far as they are for everybody. */
function changesOf({ event }: ToldEvent, changed: string[]): ToldChange[] {
  const has = (...columns: string[]) => columns.some((column) => changed.includes(column));
  const place = ["placeName", "placeAddress", "latitude", "longitude", "country"];
  const { status } = event;
  return [
    ...(has("status") && (status === "postponed" || status === "moved_online") ? [status] : []),
    ...(has("startsAt", "endsAt", "zone") ? ["time" as const] : []),
    ...(has(...place) && canSeeAddress(event, null) ? ["place" as const] : []),
  ];
}
