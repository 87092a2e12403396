import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { updateInstance } from "../settings";
import type { accentsInput } from "./input";

/** Administrators choose the colour of links and buttons, once for light pages and once for dark ones. */
export function setAccents(ctx: Context, input: z.output<typeof accentsInput>): Promise<void> {
  return updateInstance(ctx, input);
}
