import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { instancePictures } from "@/db/schema/instance-pictures";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, invalidField } from "@/lib/core/errors";
import type { lookPicturesInput } from "@/lib/instance/look/input";
import { canAdminister } from "@/lib/instance/policy";
import { type InstanceSettings, updateInstance } from "@/lib/instance/settings";
import { readUpload } from "../upload";
import { type Drawn, drawIcons, drawLogo, iconSizes } from "./draw";

type Field = "logo" | "logoDark" | "icon";
type Changes = Partial<Pick<InstanceSettings, Field>>;

/**
 * Administrators choose the logo and the icon of the server, or go back to ours. A picture that is sent replaces the old one
 * even where that was to be removed. Refuses like `storePicture`, and with `picture_is_svg`, at the field.
 */
export async function setLookPictures(
  ctx: Context,
  input: z.output<typeof lookPicturesInput>,
): Promise<void> {
  authorize(canAdminister(ctx.actor));
  const drawn = {
    logo: await draw(ctx, "logo", input.logo),
    logoDark: await draw(ctx, "logoDark", input.logoDark),
    icon: await draw(ctx, "icon", input.icon),
  };
  const removed = { logo: input.removeLogo, logoDark: input.removeLogoDark, icon: input.removeIcon };
  await inTransaction(ctx, async (tx) => {
    const changes: Changes = {};
    for (const field of ["logo", "logoDark", "icon"] as const) {
      const pictures = drawn[field];
      if (!pictures && !removed[field]) continue;
      await tx.db.delete(instancePictures).where(inArray(instancePictures.name, namesOf[field]));
      changes[field] = pictures ? await keep(tx, pictures) : null;
    }
    await updateInstance(tx, changes);
  });
}

const namesOf: Record<Field, string[]> = {
  logo: ["logo"],
  logoDark: ["logo-dark"],
  icon: iconSizes.map((size) => `icon-${size}`),
};

/** Before the transaction: it takes a while. */
async function draw(ctx: Context, field: Field, file: File | undefined): Promise<Drawn[] | null> {
  if (!file) return null;
  const upload = await readUpload(ctx, { file, kind: "picture", field });
  const drawing =
    field === "icon" ? drawIcons(upload) : drawLogo(upload, field === "logo" ? "logo" : "logo-dark");
  return drawing.catch(() => {
    throw invalidField(field, "picture_not_readable");
  });
}

/** All of one upload share one digest. */
async function keep(tx: Context, pictures: Drawn[]) {
  const hash = createHash("sha256");
  for (const { bytes } of pictures) hash.update(bytes);
  const digest = hash.digest("hex").slice(0, 20);
  await tx.db.insert(instancePictures).values(pictures.map((picture) => ({ ...picture, digest })));
  const { width, height } = pictures.at(-1)!;
  return { digest, width, height };
}
