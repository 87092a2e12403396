import type { Database } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { readInstance } from "@/lib/instance/settings";
import { categories } from "./categories";

/** What the administrators of this server added to the categories that all servers know, in their order. */
export async function listOwnCategories(db: Database): Promise<string[]> {
  return (await readInstance(db)).extraCategories;
}

/** Refuses with `category_not_valid` what neither all servers nor this one knows. */
export async function requireCategory({ db }: Context, category: string): Promise<void> {
  if (categories.some((code) => code === category)) return;
  if (!(await listOwnCategories(db)).includes(category)) throw invalidField("category", "category_not_valid");
}
