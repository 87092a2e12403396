import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { waitingOwner } from "./queries";

export type Mentionable = Pick<ActorRow, "id" | "handle" | "uri" | "visibility">;

/** The identities of this server with these handles, as far as anybody has seen them: none whose owner still waits. */
export function findMentionable(db: Database, handles: string[]): Promise<Mentionable[]> {
  if (handles.length === 0) return Promise.resolve([]);
  const { id, handle, uri, visibility } = actors;
  return db
    .select({ id, handle, uri, visibility })
    .from(actors)
    .where(
      and(
        inArray(handle, handles),
        isNull(actors.domain),
        eq(actors.kind, "person"),
        isNull(actors.deletedAt),
        notExists(waitingOwner(db)),
      ),
    );
}
