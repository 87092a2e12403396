import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { forgetStandings } from "./domain-policy";
import type { federationInput, federationModeInput } from "./input";
import { updateInstance } from "./settings";

/** Administrators decide how open this server is to others. */
export function setFederation(ctx: Context, input: z.output<typeof federationInput>): Promise<void> {
  return updateInstance(ctx, input);
}

/**
 * Whether all servers exchange with this one, or only those that were allowed. Of the others nothing new comes or goes at
 * once (other processes follow within seconds); what is here of them stays.
 */
export async function setFederationMode(
  ctx: Context,
  { federationMode }: z.output<typeof federationModeInput>,
): Promise<void> {
  await updateInstance(ctx, { federationMode });
  forgetStandings(ctx.db);
}
