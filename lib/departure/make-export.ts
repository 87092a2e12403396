import { and, eq, inArray } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { dataExports } from "@/db/schema/data-exports";
import { type Context, inTransaction } from "@/lib/core/context";
import { zipOf } from "@/lib/core/zip";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { type Progress, writeArchive } from "./archive/write-archive";
import { exportFileName, removeExport, writeExport } from "./export-storage";

/**
 * The job `make-export`: writes a copy of all that the account has here and says when it is ready. Killed, it starts
 * anew and overwrites what it had begun. Made for an account that is gone meanwhile, the file goes too.
 */
export async function makeExport(ctx: Context, exportId: string): Promise<void> {
  const account = await begin(ctx, exportId);
  if (!account) return;
  const name = exportFileName(exportId);
  const progress = progressOf(ctx, exportId);
  const size = await writeExport(
    name,
    zipOf((add) => writeArchive(ctx.db, account, { add, progress })),
  );
  const isWanted = await inTransaction(ctx, (tx) => finish(tx, { exportId, name, size }));
  if (!isWanted) await removeExport(name);
}

/** Null if there is nothing to do: it is done, given up, or the account is gone. */
async function begin({ db }: Context, exportId: string): Promise<Account | null> {
  const [begun] = await db
    .update(dataExports)
    .set({ status: "running", progress: 0 })
    .where(and(eq(dataExports.id, exportId), inArray(dataExports.status, ["waiting", "running"])))
    .returning({ accountId: dataExports.accountId });
  if (!begun) return null;
  const [account] = await db.select().from(accounts).where(eq(accounts.id, begun.accountId));
  return account ?? null;
}

/** Writes down each whole percent; the hundredth comes with the end. */
function progressOf({ db }: Context, exportId: string): Progress {
  let told = 0;
  return async (done, total) => {
    const percent = Math.min(99, Math.floor((done / Math.max(total, 1)) * 100));
    if (percent <= told) return;
    told = percent;
    await db.update(dataExports).set({ progress: percent }).where(eq(dataExports.id, exportId));
  };
}

async function finish(
  tx: Context,
  { exportId, name, size }: { exportId: string; name: string; size: number },
): Promise<boolean> {
  const { keepExportDays } = await readInstance(tx.db);
  const expiresAt = new Date(tx.now.getTime() + keepExportDays * 86_400_000);
  const [made] = await tx.db
    .update(dataExports)
    .set({ status: "ready", progress: 100, fileName: name, size, expiresAt })
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "running")))
    .returning({ accountId: dataExports.accountId });
  if (made) await record(tx, { kind: "export.ready", accountId: made.accountId, exportId });
  return Boolean(made);
}
