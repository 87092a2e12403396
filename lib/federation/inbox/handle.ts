import { eq } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import { countUp } from "@/lib/core/counts";
import { AppError } from "@/lib/core/errors";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import { receivedSchema } from "../activity";
import { importActor } from "../import/actor";
import { entryOf } from "../read";
import { domainOf, isOurs } from "../uris";
import { type Outcome, refused, unknown } from "./listener";
import { listeners } from "./listeners";

/**
 * The job `handle-activity`: hands what another server sent to whoever hears its type, acting as its sender, and writes
 * down what became of it. May run again after a crash: commands are repeated without harm.
 */
export async function handleActivity(ctx: Context, receivedId: string): Promise<void> {
  const [received] = await ctx.db
    .select()
    .from(receivedActivities)
    .where(eq(receivedActivities.id, receivedId));
  if (!received || received.handledAt) return;
  const became = await hear(ctx, received.body);
  await ctx.db
    .update(receivedActivities)
    .set({ handledAt: ctx.now, reason: "", ...became })
    .where(eq(receivedActivities.id, receivedId));
  countUp("received_activities", became.outcome);
}

async function hear(ctx: Context, body: unknown): Promise<Outcome> {
  const activity = receivedSchema.safeParse(body);
  if (!activity.success) return unknown("not_readable");
  const listener = entryOf(listeners, activity.data.type);
  if (!listener) return unknown("type");
  if (isOurs(activity.data.actor)) return refused("ours");
  try {
    // It may have been suspended since this came.
    await refuseSuspended(ctx.db, domainOf(activity.data.actor));
    const sender = await importActor(ctx, activity.data.actor);
    const as: Context = { ...ctx, actor: { kind: "identity", actorId: sender.id } };
    return await listener(as, activity.data, sender);
  } catch (error) {
    if (error instanceof AppError) return refused(error.reason);
    throw error;
  }
}
