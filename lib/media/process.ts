import { and, eq } from "drizzle-orm";
import { type Media, media } from "@/db/schema/media";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { variantName } from "./name";
import { putFile, readStored, removeFile, removeFilesOf } from "./storage";
import { makeVariants, type Variants } from "./variants";

/**
 * Makes the files that are shown from an upload, records `media.ready` and forgets the upload with all that it told
 * (place, camera, time). May run again after a crash at any point. A broken upload ends as `failed`; a full disk
 * or a lost database is thrown, to be tried again. A picture that was removed meanwhile leaves no file.
 */
export async function processPicture(ctx: Context, mediaId: string): Promise<void> {
  const [picture] = await ctx.db.select().from(media).where(eq(media.id, mediaId));
  if (!picture) return;
  if (picture.status === "waiting") await settle(ctx, picture, await variantsOf(picture));
  await removeFile(picture.name);
}

async function variantsOf({ name, kind }: Media): Promise<Variants | null> {
  const upload = await readStored(name);
  return upload && makeVariants(upload, kind).catch(() => null);
}

async function settle(ctx: Context, picture: Media, variants: Variants | null): Promise<void> {
  for (const { width, bytes } of variants?.files ?? [])
    await putFile(variantName(picture.name, width), bytes);
  await inTransaction(ctx, async (tx) => {
    const settled = await tx.db
      .update(media)
      .set(variants ? readyColumns(variants) : { status: "failed" })
      .where(and(eq(media.id, picture.id), eq(media.status, "waiting")))
      .returning({ id: media.id });
    if (variants && settled.length > 0) await record(tx, { kind: "media.ready", mediaId: picture.id });
  });
  if (!(await isThere(ctx, picture))) await removeFilesOf(picture.name);
}

async function isThere({ db }: Context, { id }: Media): Promise<boolean> {
  return (await db.select({ id: media.id }).from(media).where(eq(media.id, id))).length > 0;
}

function readyColumns({ width, height, files }: Variants) {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  return { status: "ready" as const, width, height, widths: files.map((file) => file.width), bytes };
}
