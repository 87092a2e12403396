import type { Database } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { fetchSigner, type Signer } from "./signer";

type Asked = { at: number; answer: Promise<Signer | null> };

const asked = new WeakMap<Database, Map<string, Asked>>();
const MOST_ASKED = 10_000;
const PAUSE_MS = 60_000;

/**
 * Who signs with this key by now, asked for at its own server, but at most once a minute: strangers may name any key, and
 * nobody is to be flooded by us in their name. Within that minute the same answer counts for all who ask.
 */
export function askSigner(ctx: Context, keyUri: string): Promise<Signer | null> {
  const known = asked.get(ctx.db) ?? new Map<string, Asked>();
  asked.set(ctx.db, known);
  const last = known.get(keyUri);
  if (last && Date.now() - last.at < PAUSE_MS) return last.answer;
  if (known.size >= MOST_ASKED) known.clear();
  const answer = fetchSigner(ctx, keyUri);
  known.set(keyUri, { at: Date.now(), answer });
  return answer;
}
