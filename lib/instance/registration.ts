import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import type { registrationInput } from "./input";
import { updateInstance } from "./settings";

/** Administrators decide who may sign up. Whoever waits for a moderator already goes on waiting. */
export function setRegistration(ctx: Context, input: z.output<typeof registrationInput>): Promise<void> {
  return updateInstance(ctx, input);
}
