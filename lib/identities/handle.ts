import { and, eq, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";

/** Words that would read as the server itself speaking, or that the server uses for itself. */
const RESERVED = new Set([
  "admin",
  "administrator",
  "anonymous",
  "moderator",
  "relay",
  "root",
  "support",
  "system",
]);

/**
 * Refuses with `handle_taken` if somebody here has the handle, had it once, or nobody may have it. The unique key
 * of the table decides between two at the same time.
 */
export async function requireFreeHandle({ db }: Pick<Context, "db">, handle: string): Promise<void> {
  if (RESERVED.has(handle)) throw handleTaken();
  const [found] = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.handle, handle), isNull(actors.domain)));
  if (found) throw handleTaken();
}

export function handleTaken() {
  return invalidField("handle", "handle_taken");
}
