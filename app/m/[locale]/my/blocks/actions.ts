"use server";

import { paths } from "@/lib/core/paths";
import { unblockIdentity } from "@/lib/events/block";
import { blockDomain, unblockDomain } from "@/lib/events/block-domain";
import { importBlocks } from "@/lib/events/import-blocks";
import {
  blockDomainInput,
  importBlocksInput,
  mutedWordReference,
  muteWordInput,
} from "@/lib/identities/blocks/input";
import { muteWord, unmuteWord } from "@/lib/identities/blocks/mute-word";
import { followInput } from "@/lib/identities/input";
import { domainInput } from "@/lib/instance/input";
import { action } from "@/lib/web/action";

export const unblockIdentityAction = action(followInput, async (ctx, input) => {
  await unblockIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_unblocked` };
});

export const blockDomainAction = action(blockDomainInput, async (ctx, input) => {
  await blockDomain(ctx, input);
  return { to: `${paths.blocks}?notice=domain_${input.kind === "block" ? "blocked" : "muted"}` };
});

export const unblockDomainAction = action(domainInput, async (ctx, input) => {
  await unblockDomain(ctx, input);
  return { to: `${paths.blocks}?notice=domain_unblocked` };
});

export const muteWordAction = action(muteWordInput, async (ctx, input) => {
  await muteWord(ctx, input);
  return { to: `${paths.blocks}?notice=word_muted` };
});

export const unmuteWordAction = action(mutedWordReference, async (ctx, input) => {
  await unmuteWord(ctx, input);
  return { to: `${paths.blocks}?notice=word_unmuted` };
});

/** Names of each part that the answer holds; more are counted alone. */
const NAMED = 200;

export const importBlocksAction = action(
  importBlocksInput,
  async (ctx, input) => {
    const { added, already, unknown, own, notValid } = await importBlocks(ctx, input);
    const unread = notValid.map(({ line, text }) => `${line}: ${text || "–"}`);
    const part = (names: string[]) => [
      String(names.length),
      ...names.slice(0, NAMED),
      ...(names.length > NAMED ? ["…"] : []),
    ];
    const counts = { added: String(added), already: String(already) };
    return { answer: { ...counts, unknown: part(unknown), own: part(own), notValid: part(unread) } };
  },
  { limit: { name: "import blocks", max: 20, minutes: 60 } },
);
