import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { isMailQueued } from "@/lib/mail/queue";

type Decision = Recorded<
  FactOf<"participation.approved" | "participation.waitlisted" | "participation.rejected">
>;

/** Names the mail about a decision by whom it was about and when it was made: whoever takes it back knows no more. */
export function decisionKey({ kind, participationId, at }: Decision): string {
  return keyOf(kind, participationId, at);
}

/** Whether they were told of the decision that was taken back. */
export function wasTold(
  tx: Context,
  { was, participationId, decidedAt }: FactOf<"participation.reconsidered">,
): Promise<boolean> {
  return isMailQueued(tx, keyOf(`participation.${was}`, participationId, new Date(decidedAt)));
}

function keyOf(kind: string, participationId: string, at: Date): string {
  return [kind, participationId, at.toISOString()].join(":");
}
