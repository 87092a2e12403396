import { eq } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { isOurs } from "../uris";

/** What an answer from elsewhere stands under. */
export type Answered = { eventId: string; inReplyToId?: string };

/**
 * What is meant by the id of something that is answered: a comment, an event of whichever server, or what this server
 * says about an event of its own to software without events (the Note beside it, notes about changes).
 */
export async function findAnswered({ db }: Pick<Context, "db">, uri: string): Promise<Answered | null> {
  const [comment] = await db
    .select({ id: comments.id, eventId: comments.eventId })
    .from(comments)
    .where(eq(comments.uri, uri));
  if (comment) return { eventId: comment.eventId, inReplyToId: comment.id };
  const slug = slugIn(uri);
  const [event] = await db
    .select({ id: events.id })
    .from(events)
    .where(slug ? eq(events.slug, slug) : eq(events.uri, uri));
  return event ? { eventId: event.id } : null;
}

/** Of an event of ours, from the id of whatever belongs to it; null for events of others. */
function slugIn(uri: string): string | null {
  if (!isOurs(uri)) return null;
  const [, slug] = /^\/events\/([a-z0-9]+)(?:\/(?!comments\/)|$)/.exec(new URL(uri).pathname) ?? [];
  return slug ?? null;
}
