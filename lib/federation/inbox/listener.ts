import type { ActorRow } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import type { Received } from "../activity";

/** What became of an activity; `reason` is a slug for administrators. */
export type Outcome = { outcome: "handled" } | { outcome: "ignored" | "refused" | "unknown"; reason: string };

/**
 * Hears one type of activity. The context acts as the sender, whose signature or origin was verified; an activity may
 * come again, or before what it is about. Refusals of commands need not be caught: they are written down. What another
 * try may mend (a server that is down) is thrown.
 */
export type Listener = (ctx: Context, activity: Received, sender: ActorRow) => Promise<Outcome>;

export const handled: Outcome = { outcome: "handled" };

export function ignored(reason: string): Outcome {
  return { outcome: "ignored", reason };
}

export function refused(reason: string): Outcome {
  return { outcome: "refused", reason };
}

export function unknown(reason: string): Outcome {
  return { outcome: "unknown", reason };
}
