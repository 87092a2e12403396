import { and, eq, inArray } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { canDecideParticipation } from "@/lib/participation/policy";
import type { Received } from "../activity";
import { idIn } from "../read";
import { isSameOrigin } from "../uris";

/**
 * The context of whoever decides about an event elsewhere: its sender, if they host it; or a group that hosts it, if a
 * member of the same server speaks for it, as Mobilizon's moderators do. Null: they have no say.
 */
export async function asHost(
  ctx: Context,
  event: Event,
  { activity, sender }: { activity: Received; sender: ActorRow },
): Promise<Context | null> {
  if (canDecideParticipation(ctx.actor, event)) return ctx;
  const uri = idIn(activity.attributedTo);
  if (!uri || !isSameOrigin(uri, sender.uri)) return null;
  const [group] = await ctx.db
    .select()
    .from(actors)
    .where(
      and(
        eq(actors.uri, uri),
        eq(actors.kind, "group"),
        inArray(actors.id, [event.organizerId, ...event.hostIds]),
      ),
    );
  return group ? { ...ctx, actor: { kind: "identity", actorId: group.id } } : null;
}
