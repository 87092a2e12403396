import { and, eq, inArray, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Comment, comments } from "@/db/schema/comments";
import { tombstones } from "@/db/schema/tombstones";
import { addComment } from "@/lib/comments/add";
import { editComment } from "@/lib/comments/edit";
import type { Context } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { canManageEvent } from "@/lib/events/policy";
import { getEvent } from "@/lib/events/queries";
import type { Document } from "../activity";
import { fetchDocument } from "../fetch/document";
import { idIn, typesOf } from "../read";
import { isOurs } from "../uris";
import { importActor } from "./actor";
import { findAnswered } from "./answered";
import { type ReadNote, readNote } from "./read-note";

/** How far up a thread is followed to find out what it is about. */
const DEEPEST = 10;

/**
 * The comment of another server with this id, or in this document, which its author's server said or signed: under the
 * event that its thread leads to, with whatever it answers. The rules are those of `addComment`. Refuses with
 * `comment_not_readable`, `private`, `comment_gone`, `nothing_answered` (no event that is known here) and like
 * `importActor`.
 */
export function importComment(ctx: Context, source: string | Document): Promise<Comment> {
  return importWithin(ctx, source, DEEPEST);
}

/** New words of a comment that is known here; null where it is not. The caller knows that its author's server said so. */
export async function reviseComment(ctx: Context, document: Document): Promise<Comment | null> {
  const note = readNote(document);
  const known = note && (await findCommentByUri(ctx, note.uri));
  if (!note || !known || known.deletedAt) return null;
  const author = await importActor(ctx, note.authorUri);
  const elsewhere = {
    html: note.html,
    mentioned: await oursAmong(ctx, note.mentions),
    saidAt: note.changedAt,
  };
  return editComment(actingAs(ctx, author.id), { commentId: known.id, elsewhere });
}

async function findCommentByUri({ db }: Pick<Context, "db">, uri: string): Promise<Comment | null> {
  const [comment] = await db.select().from(comments).where(eq(comments.uri, uri));
  return comment ?? null;
}

async function importWithin(ctx: Context, source: string | Document, depth: number): Promise<Comment> {
  const uri = typeof source === "string" ? source : idIn(source.id);
  const known = uri && (await findCommentByUri(ctx, uri));
  if (known && !known.deletedAt) return known;
  if (!uri || known || isOurs(uri) || (await isTombstoned(ctx, uri))) throw notFound("comment_gone");
  const document = typeof source === "string" ? await fetchDocument(ctx, source) : source;
  const note = typesOf(document).includes("Note") ? readNote(document) : null;
  if (!note) throw conflict("comment_not_readable");
  if (!note.isPublic) throw conflict("private");
  return say(ctx, note, await aboutWhat(ctx, note, depth));
}

async function say(ctx: Context, note: ReadNote, about: { eventId: string; inReplyToId?: string }) {
  const author = await importActor(ctx, note.authorUri);
  const { uri, html, saidAt } = note;
  const as = actingAs(ctx, author.id);
  // Said by anybody else it is a comment like any other.
  const announcement = note.isAnnouncement && canManageEvent(as.actor, await getEvent(ctx.db, about.eventId));
  const mentioned = await oursAmong(ctx, note.mentions);
  return addComment(as, { ...about, announcement, elsewhere: { uri, html, saidAt, mentioned } });
}

/** What it answers is asked for, and what that answers, until something is known here. */
async function aboutWhat(ctx: Context, { inReplyTo }: ReadNote, depth: number) {
  const known = inReplyTo && (await findAnswered(ctx, inReplyTo));
  if (known) return known;
  if (!inReplyTo || depth <= 0 || isOurs(inReplyTo)) throw notFound("nothing_answered");
  const parent = await importWithin(ctx, inReplyTo, depth - 1);
  return { eventId: parent.eventId, inReplyToId: parent.id };
}

async function oursAmong({ db }: Context, uris: string[]): Promise<string[]> {
  const own = uris.filter(isOurs);
  if (own.length === 0) return [];
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(inArray(actors.uri, own), isNull(actors.domain), isNull(actors.deletedAt)));
  return rows.map(({ id }) => id);
}

async function isTombstoned({ db }: Context, uri: string): Promise<boolean> {
  const found = await db.select({ uri: tombstones.uri }).from(tombstones).where(eq(tombstones.uri, uri));
  return found.length > 0;
}

function actingAs(ctx: Context, actorId: string): Context {
  return { ...ctx, actor: { kind: "identity", actorId } };
}
