import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { cleanLine } from "@/lib/core/text/clean";
import type { categoriesInput } from "./input";
import { updateInstance } from "./settings";

/** Administrators decide what else events can be filed under. Events that are filed under one that goes keep it. */
export function setOwnCategories(ctx: Context, input: z.output<typeof categoriesInput>): Promise<void> {
  const names = input.extraCategories.map(cleanLine).filter(Boolean);
  return updateInstance(ctx, { extraCategories: [...new Set(names)] });
}
