import { and, eq, exists, isNotNull, isNull, or } from "drizzle-orm";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { SERVER_HANDLE } from "../uris";

/**
 * Whether something may be sent to an actor of this server by name, as far as strangers may know. Identities that only
 * participants see are there for other servers once they acted there, which is when they got a key.
 */
export async function findRecipient(
  { db }: Pick<Context, "db">,
  handle: string,
): Promise<"here" | "gone" | null> {
  if (handle === SERVER_HANDLE) return "here";
  const key = db
    .select({ uri: actorKeys.uri })
    .from(actorKeys)
    .where(and(eq(actorKeys.actorId, actors.id), isNotNull(actorKeys.privateSealed)));
  const [found] = await db
    .select({ deletedAt: actors.deletedAt, suspendedAt: actors.suspendedAt })
    .from(actors)
    .where(
      and(eq(actors.handle, handle), isNull(actors.domain), or(eq(actors.visibility, "public"), exists(key))),
    );
  // Who is out of sight for a time is not gone: nobody is to forget them.
  if (!found || found.suspendedAt) return null;
  return found.deletedAt ? "gone" : "here";
}
