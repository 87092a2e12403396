import { media } from "@/db/schema/media";
import { sweepUploads } from "@/lib/events/upload-picture";
import { sweepPreviews } from "@/lib/feeds/preview/keep";
import { sweepIncoming } from "@/lib/media/sweep";
import type { Desk } from "../desk";

/** The sweeps of each hour (lib/worker/cron.ts), now. */
export async function clean({ ctx, say }: Desk): Promise<void> {
  const before = await ctx.db.$count(media);
  await sweepUploads(ctx);
  await sweepIncoming(ctx);
  await sweepPreviews(ctx);
  const after = await ctx.db.$count(media);
  say(`${before - after} of ${before} pictures were shown by nothing. Old uploads and previews are gone.`);
}
