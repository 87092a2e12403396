import { count, desc } from "drizzle-orm";
import { type Invitation, invitations } from "@/db/schema/instance";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { isUsable } from "./invitation-redeem";

export const INVITATIONS_PER_PAGE = 20;

export type ListedInvitation = Invitation & { isUsable: boolean };

/** All links that were ever made, the newest first. For administrators. `page` counts from 1. */
export async function listInvitations(ctx: Context, page: number): Promise<ListedInvitation[]> {
  authorize(canAdminister(ctx.actor));
  const rows = await ctx.db
    .select()
    .from(invitations)
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(INVITATIONS_PER_PAGE)
    .offset((page - 1) * INVITATIONS_PER_PAGE);
  return rows.map((row) => ({ ...row, isUsable: isUsable(row, ctx.now) }));
}

export async function countInvitations({ db }: Pick<Context, "db">): Promise<number> {
  const [row] = await db.select({ total: count() }).from(invitations);
  return row!.total;
}
