"use server";

import { paths } from "@/lib/core/paths";
import { setOwnCategories } from "@/lib/instance/categories";
import { categoriesInput } from "@/lib/instance/input";
import { action } from "@/lib/web/action";

export const setOwnCategoriesAction = action(
  categoriesInput,
  async (ctx, input) => {
    await setOwnCategories(ctx, input);
    return { to: `${paths.adminEvents}?notice=categories_saved` };
  },
  { as: "account" },
);
