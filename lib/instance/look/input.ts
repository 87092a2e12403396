import * as z from "zod";
import { isReadable, type Shade } from "@/lib/core/look/accent";
import { colorIn } from "@/lib/core/look/contrast";

/** Empty: ours. Refuses what nobody could read on pages of that shade. */
function accent(shade: Shade, refusal: string) {
  return z
    .string()
    .trim()
    .max(20, "color_not_valid")
    .refine((text) => text === "" || colorIn(text) !== null, "color_not_valid")
    .transform(colorIn)
    .refine((color) => color === null || isReadable(color, shade), refusal);
}

export const accentsInput = z.object({
  accentLight: accent("light", "accent_too_light"),
  accentDark: accent("dark", "accent_too_dark"),
});

/** A field that a browser sends as an empty file when nothing was chosen. */
const file = z
  .custom<File>((value) => value === undefined || value instanceof Blob)
  .optional()
  .transform((given) => (given && given.size > 0 ? given : undefined));

const box = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const lookPicturesInput = z.object({
  logo: file,
  logoDark: file,
  icon: file,
  removeLogo: box,
  removeLogoDark: box,
  removeIcon: box,
});
