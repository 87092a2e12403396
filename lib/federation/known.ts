import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { eventPath, facePath } from "@/lib/core/paths";
import { findProfileAnywhere } from "@/lib/identities/anywhere";
import type { FoundElsewhere } from "./find";

/**
 * The page here of what is known of other servers by this address ("name@server", or an id) already: nobody is asked.
 * Whoever is of this server is not found by name, since not everybody may know them.
 */
export async function findKnownPath(db: Database, address: string): Promise<string | null> {
  const handle = /^@?([^@\s/]+@[^@\s/]+)$/.exec(address)?.[1];
  if (handle) {
    const profile = await findProfileAnywhere(db, handle);
    return profile?.remote ? facePath(profile) : null;
  }
  const [event] = await db
    .select({ slug: events.slug, publishedAt: events.publishedAt })
    .from(events)
    .where(and(eq(events.uri, address), isNull(events.deletedAt)));
  if (event?.publishedAt) return eventPath(event.slug);
  const [actor] = await db
    .select({ handle: actors.handle, domain: actors.domain })
    .from(actors)
    .where(and(eq(actors.uri, address), isNull(actors.deletedAt)));
  return actor?.domain ? facePath(actor) : null;
}

/** Where what was found stands here. */
export function pathOfFound(found: FoundElsewhere): string {
  if (found.kind === "actor") return facePath(found.actor);
  return found.kind === "event"
    ? eventPath(found.event.slug)
    : `${eventPath(found.event.slug)}?comments=${found.comment.id}#comment-${found.comment.id}`;
}
