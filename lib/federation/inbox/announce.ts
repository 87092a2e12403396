import { eq } from "drizzle-orm";
import { remoteEvents } from "@/db/schema/remote-events";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { fetchDocument } from "../fetch/document";
import { findEventByUri, importEvent } from "../import/event";
import { instantIn } from "../import/read-times";
import { takeObject } from "../import/take";
import { wantsEventsOf } from "../import/wanted";
import { documentIn, idIn, typesOf } from "../read";
import { isOurs } from "../uris";
import { handled, ignored, type Listener, refused } from "./listener";

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
  const known = await findEventByUri(ctx, uri);
  if (known && !isChange && !(await isNewer(ctx, known.id, inline))) return ignored("known");
  if (known) await importEvent(ctx, uri, { fresh: true });
  return known ? handled : takeObject(ctx, await fetchDocument(ctx, uri), { by: sender });
};

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
