"use server";

import { chooseMails } from "@/lib/notifications/choose";
import { choiceInput } from "@/lib/notifications/input";
import { action } from "@/lib/web/action";

export const chooseMailsAction = action(
  choiceInput,
  async (ctx, input) => {
    await chooseMails(ctx, input);
    return { notice: "mails_saved" };
  },
  { as: "account" },
);
