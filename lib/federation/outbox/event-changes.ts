import { inArray } from "drizzle-orm";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { canSeeAddress } from "@/lib/participation/address";
import { createActivity } from "../objects/create";
import { changeNote, type ToldChange } from "../objects/event-notes";
import type { ToldEvent } from "../objects/told";
import { loadEventForPeers } from "../serve/load-event";
import { formFor } from "../software";
import { addressed } from "./direct-note";
import { followersOf, listParticipantsElsewhere } from "./event-recipients";
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
      ...{ actorId, form, activity: createActivity(note) },
      to: { followersOf: followersOf(told) },
    });
  for (const person of await listWhoMissesUpdates(tx, told.event.id))
    await sendActivity(tx, {
      actorId,
      activity: createActivity(addressed(note, person, nonceOf(fact.factId, person.id))),
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

/** Those who take part from servers whose software does not show what becomes of an event. */
async function listWhoMissesUpdates(tx: Context, eventId: string) {
  const people = await listParticipantsElsewhere(tx, eventId);
  const domains = people.flatMap(({ domain }) => domain ?? []);
  if (domains.length === 0) return [];
  const rows = await tx.db
    .select({ domain: servers.domain, software: servers.software })
    .from(servers)
    .where(inArray(servers.domain, domains));
  const software = new Map(rows.map((row) => [row.domain, row.software]));
  return people.filter(({ domain }) => formFor(software.get(domain ?? "") ?? "") !== "events");
}
