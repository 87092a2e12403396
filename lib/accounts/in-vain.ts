import { type Context, inTransaction } from "@/lib/core/context";

class TakenBack extends Error {}

/**
 * Does some work and takes it back: for answers that must take as long as if it had been meant. Inside a transaction,
 * which still ends by waiting for the disk like one that keeps its rows.
 */
export async function inVain(tx: Context, work: (inner: Context) => Promise<unknown>): Promise<void> {
  const attempt = inTransaction(tx, async (inner) => {
    await work(inner);
    throw new TakenBack();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}
