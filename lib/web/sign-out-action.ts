"use server";

import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { action } from "./action";
import { forgetSession } from "./auth";

/** Closes the session of this browser: from the menu, and where somebody does not agree. */
export const signOutAction = action(
  z.object({}),
  async () => {
    await forgetSession();
    return { to: paths.front };
  },
  { beforeAgreeing: true },
);
