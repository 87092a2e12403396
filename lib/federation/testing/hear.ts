import { createHash, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { now } from "@/db/testing/factories";
import type { Document } from "../activity";
import { handleActivity } from "../inbox/handle";

/** What becomes of an activity whose signature was verified: "handled", or the outcome with its reason. */
export async function hear(db: Database, activity: Document, at = now): Promise<string> {
  const body = { id: `${activity.actor}#${randomBytes(4).toString("hex")}`, ...activity };
  const [received] = await db
    .insert(receivedActivities)
    .values({
      actorUri: String(activity.actor),
      activityUri: body.id,
      digest: createHash("sha256").update(JSON.stringify(body)).digest("hex"),
      type: String(activity.type),
      body,
      receivedAt: at,
    })
    .returning();
  await handleActivity({ db, actor: { kind: "system" }, now: at }, received!.id);
  const [after] = await db.select().from(receivedActivities).where(eq(receivedActivities.id, received!.id));
  return [after!.outcome, after!.reason].filter(Boolean).join(": ");
}
