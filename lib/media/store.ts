import { type Media, media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { randomSlug } from "@/lib/core/text/random-slug";
import { enqueue } from "@/lib/jobs/enqueue";
import { inspectPicture } from "./inspect";
import { nameLength } from "./name";
import { putFile } from "./storage";

type Upload = { file: Uint8Array | Blob; kind: Media["kind"]; alt: string; field: string };

/** In bytes. Mobilizon's limits, which people's pictures are used to. */
const limits = { avatar: 2 * 1024 * 1024, banner: 4 * 1024 * 1024, picture: 10 * 1024 * 1024 };

/**
 * Takes an upload in, in the caller's transaction; it is shown once `processPicture` has made files of it. Refuses
 * (`picture_too_large`, `picture_not_readable`, `picture_too_many_pixels`, at `field`) by content alone. After a
 * rollback the upload lies there without a row until `sweepIncoming` finds it.
 */
export async function storePicture(tx: Context, { file, kind, alt, field }: Upload): Promise<Media> {
  const upload = await readUpload(file, limits[kind]);
  if (!upload) throw invalidField(field, "picture_too_large");
  const inspected = await inspectPicture(upload);
  if ("refusal" in inspected) throw invalidField(field, inspected.refusal);

  const name = randomSlug(nameLength);
  const written = putFile(name, inspected.bytes);
  written.catch(() => {}); // it is told below, unless the row fails first
  const stored = await remember(tx, { name, kind, alt });
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

async function readUpload(file: Uint8Array | Blob, limit: number): Promise<Uint8Array | null> {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > limit) return null;
  return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
}
