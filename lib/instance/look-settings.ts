import { z } from "zod";

const color = z
  .templateLiteral(["#", z.string()])
  .refine((text) => /^#[0-9a-f]{6}$/.test(text))
  .nullable()
  .default(null);

/** `digest`: of the picture, whose bytes stand in `instance_pictures`. Sizes in pixels. */
const picture = z
  .object({ digest: z.string(), width: z.number(), height: z.number() })
  .nullable()
  .default(null);

/** How the server looks. */
export const lookSettings = {
  /** "#rrggbb"; null: ours. Whoever writes them checks that they can be read. */
  accentLight: color,
  accentDark: color,
  /** Stands in the header instead of our bell; null: the bell. */
  logo: picture,
  /** For dark pages; null: the same. */
  logoDark: picture,
  /** What browsers show beside the title; null: the bell. */
  icon: picture,
};
