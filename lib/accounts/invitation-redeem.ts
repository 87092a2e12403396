import { and, eq, isNull } from "drizzle-orm";
import { type Invitation, invitations } from "@/db/schema/instance";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { type AppError, conflict } from "@/lib/core/errors";

/** As long as a link to confirm an address works, and a little longer. */
const RETRY_HOURS = 49;

/**
 * Uses an invitation once and returns its id; its row is locked, so that the last use goes to one. The same address
 * may come again with it until it had to be confirmed: whoever mistyped a password is not turned away. Uses count
 * whether or not the address has an account, since nobody may learn that here. Refuses with `invitation_needed`.
 */
export async function redeemInvitation(tx: Context, code: string, email: string): Promise<string> {
  const [invitation] = await tx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.code, code), isNull(invitations.endedAt)))
    .for("update");
  if (!invitation || isPast(invitation.expiresAt, tx.now)) throw invitationNeeded();
  if (await isFirstTry(tx, invitation.id, email)) await countUse(tx, invitation);
  return invitation.id;
}

/** Whether somebody new may sign up with the link now; asking uses nothing up. */
export async function isInvitationUsable(ctx: Pick<Context, "db" | "now">, code: string): Promise<boolean> {
  const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.code, code));
  return Boolean(invitation && isUsable(invitation, ctx.now));
}

/** The same of one that was read already. */
export function isUsable(invitation: Invitation, now: Date): boolean {
  const { endedAt, expiresAt, maxUses, uses } = invitation;
  return !endedAt && !isPast(expiresAt, now) && (maxUses === null || uses < maxUses);
}

export function invitationNeeded(): AppError {
  return conflict("invitation_needed");
}

async function countUse(tx: Context, invitation: Invitation): Promise<void> {
  if (!isUsable(invitation, tx.now)) throw invitationNeeded();
  await tx.db
    .update(invitations)
    .set({ uses: invitation.uses + 1 })
    .where(eq(invitations.id, invitation.id));
}

/** Remembers who came without keeping the address. */
async function isFirstTry(tx: Context, invitationId: string, email: string): Promise<boolean> {
  const key = keyedHash("invitation", `${invitationId} ${email}`);
  const endsAt = new Date(tx.now.getTime() + RETRY_HOURS * 3_600_000);
  const [known] = await tx.db.select().from(rateLimits).where(eq(rateLimits.key, key));
  if (known && !isPast(known.endsAt, tx.now)) return false;
  await tx.db
    .insert(rateLimits)
    .values({ key, count: 1, endsAt })
    .onConflictDoUpdate({ target: rateLimits.key, set: { endsAt } });
  return true;
}

function isPast(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() <= now.getTime();
}
