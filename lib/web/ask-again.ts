import type { RemoteActor } from "@/db/schema/remote-actors";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { enqueueRefresh, STALE_HOURS } from "@/lib/federation/import/actor";
import { enqueue } from "@/lib/jobs/enqueue";
import { requestContext } from "./context";

const HOUR = 3_600_000;

/** Somebody signed in looks at what another server told of an event a while ago: it is asked again, for the next who look. */
export async function askAgainForEvent({ eventId, refreshedAt }: RemoteEvent): Promise<void> {
  const ctx = await requestContext();
  if (ctx.now.getTime() - refreshedAt.getTime() < HOUR) return;
  const key = `refresh-event:${eventId}`;
  await enqueue(ctx, { task: "refresh-event", payload: { eventId }, key, maxAttempts: 3 });
}

/** The same about somebody. */
export async function askAgainForActor({ actorId, refreshedAt }: RemoteActor): Promise<void> {
  const ctx = await requestContext();
  if (ctx.now.getTime() - refreshedAt.getTime() < STALE_HOURS * HOUR) return;
  await enqueueRefresh(ctx, actorId);
}
