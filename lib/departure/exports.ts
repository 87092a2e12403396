import { and, desc, eq, gt, inArray, lt, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type DataExport, dataExports } from "@/db/schema/data-exports";
import type { Context } from "@/lib/core/context";
import { exportFileName, listExportFiles, removeExport } from "./export-storage";

/** A try that has not ended in this time has worn out its retries. */
const GIVEN_UP_HOURS = 24;

/** The newest copy that the account has asked for, whatever became of it. */
export async function findLatestExport(db: Database, accountId: string): Promise<DataExport | null> {
  const [latest] = await db
    .select()
    .from(dataExports)
    .where(eq(dataExports.accountId, accountId))
    .orderBy(desc(dataExports.id))
    .limit(1);
  return latest ?? null;
}

/** A copy that can be fetched, if it is this account's; null also when its time is over. */
export async function findReadyExport(
  { db, now }: Pick<Context, "db" | "now">,
  { id, accountId }: { id: string; accountId: string },
): Promise<DataExport | null> {
  const [ready] = await db
    .select()
    .from(dataExports)
    .where(
      and(
        eq(dataExports.id, id),
        eq(dataExports.accountId, accountId),
        eq(dataExports.status, "ready"),
        gt(dataExports.expiresAt, now),
      ),
    );
  return ready ?? null;
}

/** All copies of one account, files and rows. The files first: should the transaction fail, the rows know them. */
export async function removeExportsOf(tx: Context, accountId: string): Promise<void> {
  const rows = await tx.db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(eq(dataExports.accountId, accountId));
  for (const { id } of rows) await removeExport(exportFileName(id));
  await tx.db.delete(dataExports).where(eq(dataExports.accountId, accountId));
}

/** Forgets copies whose time is over, gives up those that never end, and throws away files without a row. */
export async function sweepExports({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  const { id, status, expiresAt, createdAt } = dataExports;
  const givenUp = new Date(now.getTime() - GIVEN_UP_HOURS * 3_600_000);
  await db
    .update(dataExports)
    .set({ status: "failed", expiresAt: now })
    .where(and(inArray(status, ["waiting", "running"]), lt(createdAt, givenUp)));
  await db.delete(dataExports).where(and(or(eq(status, "ready"), eq(status, "failed")), lt(expiresAt, now)));

  // Listed first: what is begun after it has a row by then.
  const files = await listExportFiles();
  const kept = new Set((await db.select({ id }).from(dataExports)).map((row) => exportFileName(row.id)));
  for (const file of files) if (!kept.has(file)) await removeExport(file);
}
