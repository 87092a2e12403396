import type * as z from "zod";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { leaveEvent } from "../leave";
import { changeReply, replyToEvent } from "../reply-to";
import { acceptOffer } from "../waitlist/offer";
import { holderOf } from "./holder";
import type { linkReplyInput } from "./input";

/**
 * Whoever holds the link answers anew, or changes what they said, whom they bring and what they answered. The event is
 * the one of the link, whatever the form says. Refuses with `answer_link_over`, and as `replyToEvent` and `changeReply` do.
 */
export async function replyByLink(
  given: Context,
  { token, ...reply }: z.output<typeof linkReplyInput>,
): Promise<Participation> {
  const { ctx, participation } = await holderOf(given, token);
  const { eventId, status } = participation;
  const isAway = status === "left" || status === "maybe" || status === "declined";
  return (isAway ? replyToEvent : changeReply)(ctx, { ...reply, eventId });
}

/** Takes the place that was offered. Refuses as `acceptOffer` does, and with `answer_link_over`. */
export async function acceptByLink(given: Context, token: string): Promise<Participation> {
  const { ctx, participation } = await holderOf(given, token);
  return acceptOffer(ctx, participation.eventId);
}

/** Takes the answer back. Refuses as `leaveEvent` does, and with `answer_link_over`. */
export async function leaveByLink(given: Context, token: string): Promise<void> {
  const { ctx, participation } = await holderOf(given, token);
  await leaveEvent(ctx, participation.eventId);
}
