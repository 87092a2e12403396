import { type Media, media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { randomSlug } from "@/lib/core/text/random-slug";
import { enqueue } from "@/lib/jobs/enqueue";
import { nameLength } from "./name";
import { putFile } from "./storage";
import { readUpload, type Upload } from "./upload";

/**
 * Takes an upload in, in the caller's transaction; it is shown once `processPicture` has made files of it. Refuses like
 * `readUpload`. After a rollback the upload lies there without a row until `sweepIncoming` finds it.
 */
export async function storePicture(
  tx: Context,
  { alt, ...upload }: Upload & { alt: string },
): Promise<Media> {
  const bytes = await readUpload(tx, upload);
  const name = randomSlug(nameLength);
  const written = putFile(name, bytes);
  written.catch(() => {}); // it is told below, unless the row fails first
  const stored = await remember(tx, { name, kind: upload.kind, alt });
  await written;
  return stored;
}

async function remember(tx: Context, values: Pick<Media, "name" | "kind" | "alt">): Promise<Media> {
  const [stored] = await tx.db
    .insert(media)
    .values({ ...values, createdAt: tx.now })
    .returning();
  // One queue: however many are sent at once, only one is in memory.
  await enqueue(tx, {
    task: "process-picture",
    payload: { mediaId: stored!.id },
    queue: "pictures",
    maxAttempts: 10,
  });
  return stored!;
}
