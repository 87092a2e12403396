import { and, eq, inArray, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { plainText } from "@/lib/core/text/plain-text";
import { hearAnnouncement } from "@/lib/participation/announcements/hear";
import type { Document } from "../activity";
import { handled, ignored, type Outcome } from "../inbox/listener";
import { idIn, idsIn } from "../read";
import { isOurs } from "../uris";
import { importActor } from "./actor";
import type { ReadNote } from "./read-note";

/**
 * Words for people of this server alone. There are no private messages here: only what a host elsewhere tells those who
 * answered their event is brought to them (a place is held, an address that only they may know). It names the event as
 * what it answers, or as its context.
 */
export async function takePrivateNote(ctx: Context, document: Document, note: ReadNote): Promise<Outcome> {
  const eventId = await findEventElsewhere(ctx, [note.inReplyTo, idIn(document.context)]);
  const readerIds = await listReaders(ctx, [...idsIn(document.to), ...idsIn(document.cc), ...note.mentions]);
  if (!eventId || readerIds.length === 0 || note.html === "") return ignored("private");
  const { id: actorId } = await importActor(ctx, note.authorUri);
  await hearAnnouncement(
    { ...ctx, actor: { kind: "identity", actorId } },
    { eventId, readerIds, uri: note.uri, body: withoutNames(plainText(note.html)) },
  );
  return handled;
}

async function findEventElsewhere({ db }: Context, uris: (string | null)[]): Promise<string | null> {
  const ids = uris.filter((uri) => uri !== null && !isOurs(uri)) as string[];
  if (ids.length === 0) return null;
  const isMeant = and(inArray(events.uri, ids), isNull(events.deletedAt));
  const [event] = await db.select({ id: events.id, domain: events.domain }).from(events).where(isMeant);
  return event?.domain ? event.id : null;
}

async function listReaders({ db }: Context, uris: string[]): Promise<string[]> {
  const ours = uris.filter(isOurs);
  if (ours.length === 0) return [];
  const isThere = and(inArray(actors.uri, ours), isNull(actors.domain), isNull(actors.deletedAt));
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(isThere, eq(actors.kind, "person")));
  return rows.map(({ id }) => id);
}

/** Servers name at the beginning whom it is for: "@grace@here.example (https://here.example/@grace)". */
function withoutNames(text: string): string {
  return text.replace(/^(?:@[^\s@]+(?:@[^\s@]+)?(?:\s\(https?:\/\/[^\s)]+\))?[\s,:]*)+/, "").trim();
}
