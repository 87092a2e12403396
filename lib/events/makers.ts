import { findStanding } from "@/lib/accounts/standing";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { mayMakeEvents } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";

/**
 * Refuses with `events_not_for_you` whoever may not announce events here, as administrators decided. Events that are
 * announced already are changed by their hosts in any case.
 */
export async function requireEventMaker({ db, now }: Context, actorId: string): Promise<void> {
  const rule = await readInstance(db);
  if (rule.eventMakers === "everybody") return;
  const standing = await findStanding(db, actorId);
  if (standing && !mayMakeEvents(rule, standing, now)) throw new AppError("forbidden", "events_not_for_you");
}
