import type { Context } from "@/lib/core/context";
import { mutedWordIn } from "@/lib/identities/blocks/muted-words";
import { findUnwelcome, isUnwelcome } from "@/lib/identities/blocks/unwelcome";
import type { Person } from "./people";

/** What somebody would be told of: who did it, where that is known, and the words. */
type News = { of: Person | null; texts: string[] };

/** Whether somebody wants to hear of it: neither is it by whom they block or mute, nor with a word that they mute. */
export async function hears(tx: Context, personId: string, { of, texts }: News): Promise<boolean> {
  const reader = await findUnwelcome(tx.db, personId, tx.now);
  return !(of && isUnwelcome(reader, of)) && mutedWordIn(texts, reader.words) === null;
}
