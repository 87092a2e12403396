import type * as z from "zod";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { answerEvent } from "./answer";
import { changeParticipation } from "./change";
import type { replyInput } from "./input";
import { joinEvent } from "./join";

type ReplyInput = z.output<typeof replyInput>;

/** Somebody comes, does not know yet, or cannot come; as `joinEvent` and `answerEvent` do. */
export function replyToEvent(ctx: Context, { answer, ...reply }: ReplyInput): Promise<Participation> {
  return answer === "going" ? joinEvent(ctx, reply) : answerEvent(ctx, { ...reply, answer });
}

/** Somebody who takes part says something else with it, or answers otherwise; as `changeParticipation` and `answerEvent` do. */
export function changeReply(ctx: Context, { answer, ...reply }: ReplyInput): Promise<Participation> {
  return answer === "going" ? changeParticipation(ctx, reply) : answerEvent(ctx, { ...reply, answer });
}
