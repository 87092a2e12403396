"use server";

import { paths } from "@/lib/core/paths";
import { describeInstance } from "@/lib/instance/texts/describe";
import { descriptionInput } from "@/lib/instance/texts/input";
import { action } from "@/lib/web/action";

export const describeInstanceAction = action(
  descriptionInput,
  async (ctx, input) => {
    await describeInstance(ctx, input);
    return { to: `${paths.instance}?notice=instance_saved` };
  },
  { as: "account" },
);
