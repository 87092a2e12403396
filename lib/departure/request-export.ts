import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type DataExport, dataExports } from "@/db/schema/data-exports";
import { ownAccountId } from "@/lib/accounts/own-account";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { findLatestExport } from "./exports";

const HOUR = 3_600_000;

/**
 * Asks for a copy of all that the account has here; the job `make-export` makes it. While one is under way, asking again
 * is harmless; after that, refuses with `export_too_soon` for an hour, unless the last try failed, and with
 * `sign_in_first`.
 */
export function requestExport(ctx: Context): Promise<DataExport> {
  return inTransaction(ctx, async (tx) => {
    const accountId = ownAccountId(tx);
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("update");
    const latest = await findLatestExport(tx.db, accountId);
    if (latest?.status === "waiting" || latest?.status === "running") return latest;
    if (!canRequestAnother(latest, tx.now)) throw conflict("export_too_soon");

    const [asked] = await tx.db.insert(dataExports).values({ accountId, createdAt: tx.now }).returning();
    // One queue: however many ask at once, the server does one after the other.
    await enqueue(tx, {
      task: "make-export",
      payload: { exportId: asked!.id },
      queue: "exports",
      maxAttempts: 5,
    });
    return asked!;
  });
}

/** An hour after the last one was asked for, or at once if that failed. */
export function canRequestAnother(latest: DataExport | null, now: Date): boolean {
  return latest?.status !== "ready" || now.getTime() - latest.createdAt.getTime() >= HOUR;
}
