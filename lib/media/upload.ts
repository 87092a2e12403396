import type { Media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { readInstance } from "@/lib/instance/settings";
import { looksLikeSvg } from "./format";
import { inspectPicture } from "./inspect";

export type Upload = { file: Uint8Array | Blob; kind: Media["kind"]; field: string };

const megabyte = 1024 * 1024;

/** In bytes. Mobilizon's limits, which people's pictures are used to. */
const limits = { avatar: 2 * megabyte, banner: 4 * megabyte, picture: 10 * megabyte };

/**
 * The part of an upload that is to be kept. Refuses by content alone, at `field`: `picture_too_large`, `picture_is_svg`,
 * `picture_not_readable`, `picture_too_many_pixels`.
 */
export async function readUpload(ctx: Context, { file, kind, field }: Upload): Promise<Uint8Array> {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > Math.min(limits[kind], await chosenLimit(ctx))) throw invalidField(field, "picture_too_large");
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
  if (looksLikeSvg(bytes)) throw invalidField(field, "picture_is_svg");
  const inspected = await inspectPicture(bytes);
  if ("refusal" in inspected) throw invalidField(field, inspected.refusal);
  return inspected.bytes;
}

/** Administrators may set a lower one for people; what other servers show is made smaller here in any case. */
async function chosenLimit({ db, actor }: Context): Promise<number> {
  if (actor.kind === "system") return Number.POSITIVE_INFINITY;
  return (await readInstance(db)).pictureMegabytes * megabyte;
}
