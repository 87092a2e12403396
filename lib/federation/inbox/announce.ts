import { eq } from "drizzle-orm";
import type { ActorRow } from "@/db/schema/actors";
import { remoteEvents } from "@/db/schema/remote-events";
import type { Context } from "@/lib/core/context";
import { shareEvent, unshareEvent } from "@/lib/events/share";
import type { Document } from "../activity";
import { fetchDocument } from "../fetch/document";
import { findEventByUri, importEvent } from "../import/event";
import { instantIn } from "../import/read-times";
import { takeObject } from "../import/take";
import { wantsEventsOf } from "../import/wanted";
import { documentIn, idIn, typesOf } from "../read";
import { isOurs } from "../uris";
import { handled, ignored, type Listener, type Outcome, refused } from "./listener";

/** What is worth asking for; a bare id may be anything. */
const wanted = ["Event", "Note"];

/**
 * Somebody hands on what another says: an id, the thing itself, or (Lemmy's way) the activity that made it. Only its id is
 * believed: it is asked for at its own server, if the one who hands it on is followed here.
 */
export const onAnnounce: Listener = async (ctx, activity, sender) => {
  const { uri, inline, isChange } = meantBy(activity.object);
  if (!uri) return refused("object_not_readable");
  if (isOurs(uri)) return ignored("counted_nowhere");
  if (!(await wantsEventsOf(ctx, [sender.uri]))) return ignored("not_wanted");
  if (inline && !typesOf(inline).some((type) => wanted.includes(type))) return ignored("object_type");
  const outcome = await take(ctx, { uri, inline, isChange }, sender);
  // Servers hand on all that is theirs: that is how it comes here, and no word of somebody.
  if (sender.kind !== "application") await shareEvent(ctx, uri);
  return outcome;
};

/** They hand it on no more. */
export const onUndoAnnounce: Listener = async (ctx, activity) => {
  const uri = meantBy(documentIn(activity.object)?.object).uri;
  if (uri) await unshareEvent(ctx, uri);
  return handled;
};

type Meant = { uri: string; inline: Document | null; isChange: boolean };

async function take(ctx: Context, { uri, inline, isChange }: Meant, by: ActorRow): Promise<Outcome> {
  const known = await findEventByUri(ctx, uri);
  if (!known) return takeObject(ctx, await fetchDocument(ctx, uri), { by });
  if (!isChange && !(await isNewer(ctx, known.id, inline))) return ignored("known");
  await importEvent(ctx, uri, { fresh: true });
  return handled;
}

function meantBy(object: unknown): { uri: string | null; inline: Document | null; isChange: boolean } {
  const told = documentIn(object);
  const types = told ? typesOf(told) : [];
  const isWrapped = types.includes("Create") || types.includes("Update");
  const meant = isWrapped ? told?.object : object;
  return { uri: idIn(meant), inline: documentIn(meant), isChange: types.includes("Update") };
}

async function isNewer({ db }: Context, eventId: string, inline: Document | null): Promise<boolean> {
  const updated = instantIn(inline?.updated);
  if (!updated) return false;
  const [known] = await db
    .select({ changedAt: remoteEvents.changedAt })
    .from(remoteEvents)
    .where(eq(remoteEvents.eventId, eventId));
  return Boolean(known && (!known.changedAt || known.changedAt < updated));
}
