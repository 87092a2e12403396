import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { type Invitation, invitations } from "@/db/schema/instance";
import type { Context } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { canAdminister } from "@/lib/instance/policy";
import type { invitationInput } from "./input";

const DAY = 86_400_000;

/** A link that lets people sign up where one needs an invitation. Its code is kept, so that it can be copied again. */
export async function createInvitation(
  ctx: Context,
  { note, maxUses, days }: z.output<typeof invitationInput>,
): Promise<Invitation> {
  authorize(canAdminister(ctx.actor));
  const [invitation] = await ctx.db
    .insert(invitations)
    .values({
      code: randomBytes(12).toString("base64url"),
      note: cleanLine(note),
      maxUses,
      expiresAt: days ? new Date(ctx.now.getTime() + days * DAY) : null,
      createdAt: ctx.now,
    })
    .returning();
  return invitation!;
}

/** Nobody can sign up with the link any more; accounts made with it stay. Repeating it changes nothing. */
export async function endInvitation(ctx: Context, invitationId: string): Promise<void> {
  authorize(canAdminister(ctx.actor));
  const isIt = eq(invitations.id, invitationId);
  const [found] = await ctx.db.select({ id: invitations.id }).from(invitations).where(isIt);
  if (!found) throw notFound("invitation_not_found");
  await ctx.db
    .update(invitations)
    .set({ endedAt: ctx.now })
    .where(and(isIt, isNull(invitations.endedAt)));
}
