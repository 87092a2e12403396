import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { invalidField } from "@/lib/core/errors";

/** Words that would read as the server itself speaking, or that the server uses for itself. */
const RESERVED = new Set([
  "admin",
  "administrator",
  "anonymous",
  "moderator",
  "relay",
  "root",
  "support",
  "system",
]);

/** As long as an account that was never confirmed stays. */
const HELD_HOURS = 48;

/**
 * Refuses with `handle_taken` if somebody here has the handle, had it once, somebody else than `heldFor` signs up with
 * it, or nobody may have it. The unique key of the table decides between two at the same time.
 */
export async function requireFreeHandle(
  ctx: Pick<Context, "db" | "now">,
  handle: string,
  heldFor?: string,
): Promise<void> {
  if (RESERVED.has(handle)) throw handleTaken();
  const [found] = await ctx.db
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.handle, handle), isNull(actors.domain)));
  if (found || (await isHeldByOthers(ctx, handle, heldFor))) throw handleTaken();
}

/**
 * From signing up until the address must be confirmed, nobody else gets the handle: also where the address has an
 * account and nothing is made, or trying the handle again would tell. Only hashes of it are kept.
 */
export async function holdHandle(tx: Context, handle: string, heldFor: string): Promise<void> {
  const endsAt = new Date(tx.now.getTime() + HELD_HOURS * 3_600_000);
  await tx.db
    .insert(rateLimits)
    .values(keysOf(handle, heldFor).map((key) => ({ key, count: 1, endsAt })))
    .onConflictDoUpdate({ target: rateLimits.key, set: { endsAt } });
}

export function handleTaken() {
  return invalidField("handle", "handle_taken");
}

async function isHeldByOthers(
  { db, now }: Pick<Context, "db" | "now">,
  handle: string,
  heldFor = "",
): Promise<boolean> {
  const [held, heldForThem] = keysOf(handle, heldFor);
  const rows = await db
    .select({ key: rateLimits.key })
    .from(rateLimits)
    .where(and(inArray(rateLimits.key, [held, heldForThem]), gt(rateLimits.endsAt, now)));
  const keys = rows.map(({ key }) => key);
  return keys.includes(held) && !keys.includes(heldForThem);
}

function keysOf(handle: string, heldFor: string): [held: string, heldForThem: string] {
  return [keyedHash("handle held", handle), keyedHash("handle held for", `${handle} ${heldFor}`)];
}
