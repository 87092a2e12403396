import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import type { federationInput } from "./input";
import { updateInstance } from "./settings";

/** Administrators decide how open this server is to others. */
export function setFederation(ctx: Context, input: z.output<typeof federationInput>): Promise<void> {
  return updateInstance(ctx, input);
}
