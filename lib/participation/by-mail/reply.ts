import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { answerEvent } from "../answer";
import { changeParticipation } from "../change";
import { joinEvent } from "../join";
import { leaveEvent } from "../leave";
import type { Reply } from "../reply";
import { acceptOffer } from "../waitlist/offer";
import { holderOf } from "./holder";

type LinkReply = { token: string; answer: "going" | "maybe" | "declined" } & Required<Reply>;

/**
 * Whoever holds the link answers anew, or changes what they said, whom they bring and what they answered. The event is
 * the one of the link. Refuses with `answer_link_over`, and as `joinEvent`, `answerEvent` and `changeParticipation` do.
 */
export async function replyByLink(
  given: Context,
  { token, answer, ...reply }: LinkReply,
): Promise<Participation> {
  const { ctx, participation } = await holderOf(given, token);
  const { eventId, status } = participation;
  if (answer !== "going") return answerEvent(ctx, { ...reply, eventId, answer });
  if (["left", "maybe", "declined"].includes(status)) return joinEvent(ctx, { ...reply, eventId });
  return changeParticipation(ctx, { ...reply, eventId });
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
