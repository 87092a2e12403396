import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { isOver } from "@/lib/events/rules";
import { canInvite } from "./policy";

/**
 * As which identity somebody asks people to come. Refuses whoever does not host, and with `event_not_published`,
 * `event_cancelled` and `event_over`.
 */
export function requireInviting({ actor, now }: Context, event: Event): string {
  authorize(canInvite(actor, event));
  if (!event.publishedAt) throw conflict("event_not_published");
  if (event.status === "cancelled") throw conflict("event_cancelled");
  if (isOver(event, now)) throw conflict("event_over");
  return actor.actorId;
}
