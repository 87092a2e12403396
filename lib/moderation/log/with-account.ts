import { and, eq, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { findOwner } from "@/lib/identities/own";
import { canModerate } from "@/lib/instance/policy";

/**
 * Whether the identity that the log is asked about ("ada", "@ada") is out of sight with its account: no row about it says so,
 * since rows of one moment would tell which belong together. For moderators.
 */
export async function isOutWithAccount(ctx: Context, name: string | undefined): Promise<boolean> {
  authorize(canModerate(ctx.actor));
  if (!name) return false;
  const handle = name.replace(/^@/, "").toLowerCase();
  const [found] = await ctx.db
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.handle, handle), isNull(actors.domain)));
  const owner = found && (await findOwner(ctx, found.id));
  return owner?.isHiddenWithAccount ?? false;
}
