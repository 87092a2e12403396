"use server";

import { paths } from "@/lib/core/paths";
import { takeListInput } from "@/lib/instance/input";
import { takeList } from "@/lib/instance/kept-list";
import { action } from "@/lib/web/action";

export const takeListAction = action(
  takeListInput,
  async (ctx, input) => {
    await takeList(ctx, input);
    return { to: `${paths.federation}?notice=list_taken` };
  },
  { as: "account" },
);
