import { reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { readInstance } from "@/lib/instance/settings";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { countReport, openCase } from "./open-case";
import { findThingById } from "./thing";

type Noticed = Recorded<FactOf<"conduct.noticed">>;

/**
 * Files what the server's rules noticed, in nobody's name: one report of each kind in a case, however often it happens.
 * What is gone meanwhile, or seen by nobody, is passed over.
 */
export async function fileNoticed(
  tx: Context,
  { thing: kind, thingId, why, ruleId }: Noticed,
): Promise<void> {
  const thing = await findThingById(tx, kind, thingId);
  if (!thing) return;
  const { id: caseId } = await openCase(tx, thing);
  const words = ruleId ? await patternOf(tx, ruleId) : "";
  const [report] = await tx.db
    .insert(reports)
    .values({ caseId, category: "spam", noticed: why, words, createdAt: tx.now })
    .onConflictDoNothing()
    .returning();
  if (report) await countReport(tx, report);
}

/** Rules may be taken back meanwhile. */
async function patternOf({ db }: Context, ruleId: string): Promise<string> {
  const { wordRules } = await readInstance(db);
  return wordRules.find(({ id }) => id === ruleId)?.pattern ?? "";
}
