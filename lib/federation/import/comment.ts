import { and, eq, inArray, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Comment, comments } from "@/db/schema/comments";
import { tombstones } from "@/db/schema/tombstones";
import { addComment } from "@/lib/comments/add";
import { deleteComment } from "@/lib/comments/delete";
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
import { namesPublic } from "./read-text";

/** How far up a thread is followed to find out what it is about. */
const DEEPEST = 10;

/** A thread that leads through slower servers than this leads nowhere: others wait for the same job. */
const LONGEST_MS = 20_000;

type Climb = { left: number; until: number };

/**
 * The comment of another server with this id, or in this document, which its author's server said or signed: under the
 * event that its thread leads to, with whatever it answers. The rules are those of `addComment`. Refuses with
 * `comment_not_readable`, `private`, `comment_gone`, `nothing_answered` (no event that is known here) and like
 * `importActor`.
 */
export function importComment(ctx: Context, source: string | Document): Promise<Comment> {
  return importWithin(ctx, source, { left: DEEPEST, until: Date.now() + LONGEST_MS });
}

/**
 * New words of a comment that is known here; false where it is not. One that is for a few only from now on goes: here
 * everybody reads it. The caller knows that its author's server said so. `audience`: the activity that brought them.
 */
export async function reviseComment(ctx: Context, document: Document, audience: Document): Promise<boolean> {
  const note = readNote(document);
  const known = note && (await findCommentByUri(ctx, note.uri));
  if (!note || !known || known.deletedAt) return false;
  const author = await importActor(ctx, note.authorUri);
  if (isForFew(document, audience)) await deleteComment(actingAs(ctx, author.id), known.id);
  else await sayOtherwise(ctx, note, { known, authorId: author.id });
  return true;
}

type Revised = { known: Comment; authorId: string };

async function sayOtherwise(ctx: Context, note: ReadNote, { known, authorId }: Revised): Promise<void> {
  const elsewhere = {
    html: note.html,
    mentioned: await oursAmong(ctx, note.mentions),
    saidAt: note.changedAt,
  };
  await editComment(actingAs(ctx, authorId), { commentId: known.id, elsewhere });
}

/** What names nobody at all is for whom it was for before. */
function isForFew(document: Document, audience: Document): boolean {
  const isTold = ({ to, cc }: Document) => to !== undefined || cc !== undefined;
  const told = [document, audience].find(isTold);
  return told !== undefined && !namesPublic(told.to) && !namesPublic(told.cc);
}

async function findCommentByUri({ db }: Pick<Context, "db">, uri: string): Promise<Comment | null> {
  const [comment] = await db.select().from(comments).where(eq(comments.uri, uri));
  return comment ?? null;
}

async function importWithin(ctx: Context, source: string | Document, climb: Climb): Promise<Comment> {
  const uri = typeof source === "string" ? source : idIn(source.id);
  const known = uri && (await findCommentByUri(ctx, uri));
  if (known && !known.deletedAt) return known;
  if (!uri || known || isOurs(uri) || (await isTombstoned(ctx, uri))) throw notFound("comment_gone");
  const document = typeof source === "string" ? await fetchDocument(ctx, source) : source;
  const note = typesOf(document).includes("Note") ? readNote(document) : null;
  if (!note) throw conflict("comment_not_readable");
  if (!note.isPublic) throw conflict("private");
  return say(ctx, note, await aboutWhat(ctx, note, climb));
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
async function aboutWhat(ctx: Context, { inReplyTo }: ReadNote, { left, until }: Climb) {
  const known = inReplyTo && (await findAnswered(ctx, inReplyTo));
  if (known) return known;
  const isLost = left <= 0 || Date.now() > until;
  if (!inReplyTo || isLost || isOurs(inReplyTo)) throw notFound("nothing_answered");
  const parent = await importWithin(ctx, inReplyTo, { left: left - 1, until });
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
