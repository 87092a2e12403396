"use server";

import { paths } from "@/lib/core/paths";
import { registrationInput } from "@/lib/instance/input";
import { setRegistration } from "@/lib/instance/registration";
import { action } from "@/lib/web/action";

export const setRegistrationAction = action(
  registrationInput,
  async (ctx, input) => {
    await setRegistration(ctx, input);
    return { to: `${paths.registration}?notice=registration_saved` };
  },
  { as: "account" },
);
