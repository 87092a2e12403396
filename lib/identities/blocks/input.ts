import * as z from "zod";
import { domainInput } from "@/lib/instance/input";

/** How long a word is muted. */
export const mutedFor = ["ever", "week", "day"] as const;

export const MAX_WORD = 80;

export const muteWordInput = z.object({
  word: z.string().trim().min(1, "word_missing").max(MAX_WORD, "word_too_long"),
  lasts: z.enum(mutedFor, "choose_one"),
});

export const mutedWordReference = z.object({ id: z.uuid() });

/** `kind`: which of the two buttons was pressed. */
export const blockDomainInput = domainInput.extend({ kind: z.enum(["block", "mute"]).catch("block") });

/** Lists of one's own as files, called as Mastodon calls them. */
export const blockLists = ["blocked_accounts", "muted_accounts", "blocked_domains"] as const;
export type BlockList = (typeof blockLists)[number];

export const MAX_LIST_BYTES = 1_048_576;
export const MAX_LIST_LINES = 5000;

/** `as`: the handle of the own identity whose list it is. */
export const blockListInput = z.object({ list: z.enum(blockLists), as: z.string().max(30) });

export const importBlocksInput = z.object({
  list: z.enum(blockLists, "choose_one"),
  file: z.file("file_missing").max(MAX_LIST_BYTES, "block_list_too_long"),
});
