import { and, eq, inArray, lt } from "drizzle-orm";
import { media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { listOriginals, removeFile } from "./storage";

const hour = 3_600_000;

/**
 * Throws away uploads that nothing waits for: their transaction was rolled back, or they are done with and a crash
 * left them. Uploads of the last hour stay, since their transaction may still be open. A picture that waits for a
 * week has worn out its tries and ends as `failed`.
 */
export async function sweepIncoming(ctx: Context): Promise<void> {
  await ctx.db
    .update(media)
    .set({ status: "failed" })
    .where(
      and(eq(media.status, "waiting"), lt(media.createdAt, new Date(ctx.now.getTime() - 7 * 24 * hour))),
    );

  const names = await listOriginals({ until: new Date(ctx.now.getTime() - hour) });
  const waiting = await findWaiting(ctx, names);
  for (const name of names) if (!waiting.has(name)) await removeFile(name);
}

async function findWaiting(ctx: Context, names: string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await ctx.db
    .select({ name: media.name })
    .from(media)
    .where(and(eq(media.status, "waiting"), inArray(media.name, names)));
  return new Set(rows.map(({ name }) => name));
}
