import type { Participation } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { answerEvent } from "../answer";
import { joinEvent } from "../join";
import { findKnown } from "./holder";
import { CONFIRM_HOURS, readConfirmToken } from "./link";

/** Whose answer a mailed link confirms; null when it was not confirmed in time, or nothing is known of it any more. */
export async function findToConfirm(ctx: Context, token: string): Promise<Participation | null> {
  const found = await findKnown(ctx.db, readConfirmToken(token));
  return found && !isOutdated(found, ctx.now) ? found : null;
}

/**
 * The address is theirs: what they answered counts from now on, as it would for anybody who answers now. Repeating it is
 * harmless. Refuses with `answer_link_over`, and as joining does: then it waits to be confirmed as before.
 */
export function confirmByMail(ctx: Context, token: string): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const asked = await findToConfirm(tx, token);
    if (!asked) throw notFound("answer_link_over");
    // Once the event is locked, whoever clicked at the same moment is done.
    await lockEvent(tx.db, asked.eventId);
    const found = await findToConfirm(tx, token);
    if (found?.status !== "unconfirmed") return found ?? asked;

    const { id, eventId, message, adults, children, isHidden, statusBefore: answer } = found;
    const holder: Context = { ...tx, actor: { kind: "mail", participationId: id } };
    if (answer === "maybe" || answer === "declined")
      return answerEvent(holder, { eventId, answer, message, isHidden });
    return joinEvent(holder, { eventId, message, adults, children, isHidden });
  });
}

function isOutdated({ status, createdAt }: Participation, now: Date): boolean {
  return status === "unconfirmed" && createdAt.getTime() + CONFIRM_HOURS * 3_600_000 <= now.getTime();
}
