import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { countAttempt, type Limit } from "./rate-limit";

const publishing: Limit = { name: "publish", max: 30, minutes: 60 };

/** Drafts are saved often; what is announced goes to many, so that is counted apart. */
export const savingLimit: Limit = { name: "save event", max: 200, minutes: 60 };

/**
 * What comes before an organiser's form is saved. Refuses with `sign_in_first` when the session ended while
 * somebody typed, and with `too_many_attempts`.
 */
export async function allowSaving(ctx: Context, intent: string): Promise<void> {
  if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  if (intent === "publish") await countAttempt(ctx, publishing, ctx.actor.actorId);
}
