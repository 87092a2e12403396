import { eq } from "drizzle-orm";
import { reportCases, reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";

/** What was said about an identity goes with it, and what it said about others goes from their cases. */
export async function eraseReports({ db }: Context, actorId: string): Promise<void> {
  await db.delete(reportCases).where(eq(reportCases.actorId, actorId));
  await db.update(reports).set({ reporterId: null, words: "" }).where(eq(reports.reporterId, actorId));
}
