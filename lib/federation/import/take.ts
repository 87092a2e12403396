import type { ActorRow } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { handled, ignored, type Outcome, unknown } from "../inbox/listener";
import { idIn, idsIn, typesOf } from "../read";
import { domainOf, isOurs } from "../uris";
import { findAnswered } from "./answered";
import { importComment } from "./comment";
import { findEventByUri, importEvent } from "./event";
import { takePrivateNote } from "./private-note";
import { readNote } from "./read-note";
import { followsServer, hasBroughtEnough, wantsEventsOf } from "./wanted";

type Brought = {
  /** Who said or handed it on. */
  by: Pick<ActorRow, "uri">;
  /** The activity, for servers that say there alone whom it is for. */
  audience?: Document;
};

/**
 * Keeps what another server tells, if somebody here wants it: events of those who are followed here, and what is said
 * under events that are known. The document is believed: its own server said or signed it.
 */
export async function takeObject(ctx: Context, document: Document, brought: Brought): Promise<Outcome> {
  const types = typesOf(document);
  if (types.includes("Event")) return takeEvent(ctx, document, brought);
  if (types.includes("Note")) return takeNote(ctx, addressed(document, brought.audience));
  return types.includes("Tombstone") ? ignored("gone") : unknown("object_type");
}

async function takeEvent(ctx: Context, document: Document, { by, audience }: Brought): Promise<Outcome> {
  const uri = idIn(document.id);
  const wish = audience ? { audience } : {};
  if (uri && !(await findEventByUri(ctx, uri))) {
    const announcers = [by.uri, ...idsIn(document.attributedTo), ...idsIn(document.actor)];
    const isWanted = (await wantsEventsOf(ctx, announcers)) || (await followsServer(ctx, domainOf(uri)));
    if (!isWanted) return ignored("not_wanted");
    if (await hasBroughtEnough(ctx, domainOf(uri))) return ignored("too_many_today");
  }
  await importEvent(ctx, document, wish);
  return handled;
}

function addressed(document: Document, audience: Document | undefined): Document {
  const isTold = document.to !== undefined || document.cc !== undefined;
  return isTold || !audience ? document : { ...document, to: audience.to, cc: audience.cc };
}

async function takeNote(ctx: Context, document: Document): Promise<Outcome> {
  const note = readNote(document);
  if (!note) return unknown("comment_not_readable");
  if (!note.isPublic) return takePrivateNote(ctx, document, note);
  if (!note.inReplyTo) return ignored("no_answer");
  if (note.html === "") return ignored(typeof document.name === "string" ? "vote" : "wordless");
  // Whom people follow answers many things: threads are asked for only where somebody of ours is spoken to.
  const isKnown = (await findAnswered(ctx, note.inReplyTo)) !== null;
  const addressed = [...idsIn(document.to), ...idsIn(document.cc), ...note.mentions];
  if (!isKnown && !addressed.some(isOurs)) return ignored("not_about_ours");
  await importComment(ctx, document);
  return handled;
}
