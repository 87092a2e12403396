import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import type { Activity, Document } from "../activity";
import { createActivity } from "../objects/create";
import { eventDocument } from "../objects/event";
import { companionNote } from "../objects/event-notes";
import type { ToldEvent } from "../objects/told";
import { loadEventForPeers } from "../serve/load-event";
import { activityUri } from "../uris";
import { announceToServers } from "./announces";
import { concernedBy, followersOf } from "./event-recipients";
import { nonceOf } from "./nonce";
import { type Recipients, sendActivity } from "./send";

type Published = Recorded<FactOf<"event.published" | "event.restored" | "event.put_back">>;

/**
 * Tells followers elsewhere of an event of ours, and servers that follow this one. As an event, or as a Note where
 * events are not shown. Of an unlisted one nobody is told.
 */
export async function publishElsewhere(tx: Context, { eventId }: Pick<Published, "eventId">): Promise<void> {
  const told = await loadEventForPeers(tx.db, eventId);
  if (!told) return;
  await sayInForms(tx, told, { to: { followersOf: followersOf(told) }, of: createActivity });
  await announceToServers(tx, told);
}

type Changed = Recorded<
  FactOf<
    | "event.updated"
    | "event.cancelled"
    | "event.handed_over"
    | "event.host_accepted"
    | "event.host_left"
    | "event.host_removed"
    | "event.put_back"
  >
>;

/**
 * Tells all whom an event of ours concerns how it is now. Software that passes over this gets Notes of what matters. One
 * that is for all only now is announced: an Update of what they never heard of is nothing to most servers.
 */
export async function updateElsewhere(tx: Context, fact: Changed): Promise<void> {
  const formerId = fact.kind === "event.handed_over" ? fact.formerId : undefined;
  const isOtherwise = fact.kind === "event.updated" && fact.changed.includes("visibility");
  if (isOtherwise) await publishElsewhere(tx, fact);
  await sayHowItIs(tx, fact.eventId, { nonce: nonceOf(fact.factId), formerId, wasPublic: isOtherwise });
}

type Since = { nonce: string; formerId?: string; wasPublic?: boolean };

/**
 * Says how an event of ours is now. `nonce` tells this from what was said before; `formerId`: who announced it until now;
 * `wasPublic`: it may have been for all.
 */
export async function sayHowItIs(
  tx: Context,
  eventId: string,
  { nonce, formerId, wasPublic }: Since,
): Promise<void> {
  const told = await loadEventForPeers(tx.db, eventId);
  if (!told) return;
  const { followersOf: followed, actorIds } = await concernedBy(tx, told, { wasPublic });
  const former = formerId && told.event.visibility === "public" ? [formerId] : [];
  await sayInForms(tx, told, {
    to: { actorIds, followersOf: [...followed, ...former] },
    of: (object) => updateActivity(object, nonce),
  });
}

type Saying = { to: Recipients; of: (object: Document) => Activity };

/** The event itself, or its Note, each to software that shows it. */
async function sayInForms(tx: Context, told: ToldEvent, { to, of }: Saying): Promise<void> {
  const actorId = told.organizer.id;
  const event = of(eventDocument(told));
  for (const form of ["events", "summaries"] as const)
    await sendActivity(tx, { actorId, activity: event, to, form });
  await sendActivity(tx, { actorId, activity: of(companionNote(told)), to, form: "notes" });
}

function updateActivity(object: Document, nonce: string): Activity {
  const { id, actor, to, cc, updated } = object;
  return {
    id: activityUri(String(id), "update", nonce),
    type: "Update",
    actor: String(actor),
    ...{ to, cc },
    ...(updated ? { published: updated } : {}),
    object,
  };
}
