import { and, eq, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { commentPath } from "@/lib/core/paths";
import { isUuid } from "@/lib/core/text/uuid";
import { actorTag, eventTag } from "@/lib/journal/tags";
import { noteDocument } from "../objects/note";
import { findGone } from "./gone";
import { loadKnownComment } from "./load-comment";
import { type Served, served } from "./served";

/** The document of a comment that everybody can read; that of another server is led to. */
export async function findServedComment(ctx: Context, slug: string, id: string): Promise<Served | null> {
  if (!isUuid(id)) return null;
  const told = await loadKnownComment(ctx.db, id);
  if (told?.event.slug === slug) {
    const people = [told.author, told.organizer, ...told.mentions];
    return served(noteDocument(told), [eventTag(told.event.id), ...people.map((one) => actorTag(one.id))]);
  }
  return (
    (await findElsewhere(ctx, slug, id)) ?? findGone(ctx.db, env().ORIGIN + commentPath(slug, id), "Note")
  );
}

async function findElsewhere({ db }: Context, slug: string, id: string): Promise<Served | null> {
  const [found] = await db
    .select({ uri: comments.uri, domain: actors.domain })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(and(eq(comments.id, id), eq(events.slug, slug), isNull(comments.deletedAt)));
  return found?.domain ? { kind: "elsewhere", uri: found.uri } : null;
}
