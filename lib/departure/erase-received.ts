import { and, isNotNull, sql } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";

/** Forgets what other servers sent to or about somebody and was dealt with: their letters, among others. */
export async function eraseReceived({ db }: Context, actorUri: string): Promise<void> {
  const isAbout = sql`strpos(${receivedActivities.body}::text, ${actorUri}) > 0`;
  await db.delete(receivedActivities).where(and(isNotNull(receivedActivities.handledAt), isAbout));
}
