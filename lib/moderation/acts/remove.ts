import type { ReportCase } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { onCase } from "../cases/on-case";
import { putCommentBack, removeCommentFromSight } from "./remove-comment";
import { putEventBack, removeEventFromSight } from "./remove-event";

type Decision = { caseId: string; reason: string };

/**
 * Takes the reported event or comment out of sight for 30 days, after which it is deleted; the reason is told to whose it
 * is. Refuses with `nothing_to_remove` (an identity, or gone), `event_not_found` and `comment_not_found`.
 */
export function removeReported(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, found) => {
    const thing = thingOf(found);
    if (thing.commentId) await removeCommentFromSight(tx, { ...thing, caseId, reason });
    else await removeEventFromSight(tx, { ...thing, caseId, reason });
  });
}

/** Puts it back. Refuses as `removeReported` does, and with `undo_over`. */
export function putReportedBack(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, found) => {
    const thing = thingOf(found);
    if (thing.commentId) await putCommentBack(tx, { ...thing, caseId, reason });
    else await putEventBack(tx, { ...thing, caseId, reason });
  });
}

function thingOf({ kind, eventId, commentId }: ReportCase) {
  if (kind === "comment" && commentId) return { commentId, eventId: "" };
  if (kind === "event" && eventId) return { commentId: null, eventId };
  throw conflict("nothing_to_remove");
}
