import { tombstones } from "@/db/schema/tombstones";
import type { Context } from "@/lib/core/context";

/** What had this address is deleted for good: it says so for ever, also where another server had said so for a while. */
export async function leaveTombstone(tx: Context, uri: string): Promise<void> {
  await tx.db
    .insert(tombstones)
    .values({ uri, deletedAt: tx.now })
    .onConflictDoUpdate({ target: tombstones.uri, set: { forgetAt: null } });
}
