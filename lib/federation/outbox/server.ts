import { and, desc, eq, sql } from "drizzle-orm";
import { sentActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { actorDocument } from "../objects/actor";
import { loadActorForPeers } from "../serve/load-actor";
import { getServerActor } from "../server-actor";
import { updateActorElsewhere } from "./identities";
import { nonceOf } from "./nonce";

/** Administrators changed something: if it shows in the server's own actor, those who know it hear of it. */
export async function updateServerElsewhere(
  tx: Context,
  { factId }: Recorded<FactOf<"instance.updated">>,
): Promise<void> {
  const { id } = await getServerActor(tx);
  const told = await loadActorForPeers(tx, id);
  if (!told || JSON.stringify(actorDocument(told)) === (await lastSaid(tx, id))) return;
  await updateActorElsewhere(tx, id, nonceOf(factId));
}

/** How the server's actor was when that was said last. */
async function lastSaid({ db }: Context, actorId: string): Promise<string | null> {
  const [last] = await db
    .select({ body: sentActivities.body })
    .from(sentActivities)
    .where(and(eq(sentActivities.actorId, actorId), sql`${sentActivities.uri} like '%#update-%'`))
    .orderBy(desc(sentActivities.id))
    .limit(1);
  return last ? JSON.stringify(JSON.parse(last.body).object) : null;
}
