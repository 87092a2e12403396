import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { type Invitation, invitations } from "@/db/schema/instance";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { canAdminister } from "@/lib/instance/policy";
import { writeLog } from "@/lib/journal/write-log";
import type { invitationInput } from "./input";

const DAY = 86_400_000;

/** A link that lets people sign up where one needs an invitation. Its code is kept, so that it can be copied again. */
export function createInvitation(
  ctx: Context,
  { note, maxUses, days }: z.output<typeof invitationInput>,
): Promise<Invitation> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [invitation] = await tx.db
      .insert(invitations)
      .values({
        code: randomBytes(12).toString("base64url"),
        note: cleanLine(note),
        maxUses,
        expiresAt: days ? new Date(tx.now.getTime() + days * DAY) : null,
        createdAt: tx.now,
      })
      .returning();
    await writeLog(tx, { action: "invitation.made", after: { maxUses, days } });
    return invitation!;
  });
}

/** Nobody can sign up with the link any more; accounts made with it stay. Repeating it changes nothing. */
export function endInvitation(ctx: Context, invitationId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const isIt = eq(invitations.id, invitationId);
    const [found] = await tx.db.select({ id: invitations.id }).from(invitations).where(isIt);
    if (!found) throw notFound("invitation_not_found");
    const [ended] = await tx.db
      .update(invitations)
      .set({ endedAt: tx.now })
      .where(and(isIt, isNull(invitations.endedAt)))
      .returning();
    if (ended) await writeLog(tx, { action: "invitation.ended", after: { uses: ended.uses } });
  });
}
