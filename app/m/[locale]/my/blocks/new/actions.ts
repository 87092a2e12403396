"use server";

import { paths } from "@/lib/core/paths";
import { blockIdentity, muteIdentity } from "@/lib/events/block";
import { blockDomain } from "@/lib/events/block-domain";
import { blockDomainInput } from "@/lib/identities/blocks/input";
import { followInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";

export const blockIdentityAction = action(followInput, async (ctx, input) => {
  await blockIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_blocked` };
});

export const muteIdentityAction = action(followInput, async (ctx, input) => {
  await muteIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_muted` };
});

export const blockDomainAction = action(blockDomainInput, async (ctx, input) => {
  await blockDomain(ctx, input);
  return { to: `${paths.blocks}?notice=domain_${input.kind === "block" ? "blocked" : "muted"}` };
});
