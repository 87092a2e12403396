import type { Context } from "@/lib/core/context";
import { type SigningKey, signingKeyOf } from "../keys";

/** What was signed with a key that was replaced so long ago can still be verified. */
const KEPT_MS = 30_000;
const MOST = 1000;

const inHand = new Map<string, { key: SigningKey; until: number }>();

/** The key of an actor, for whoever signs much in a short time. */
export async function keyInHand(ctx: Context, actor: { id: string; uri: string }): Promise<SigningKey> {
  const found = inHand.get(actor.id);
  if (found && found.until > Date.now()) return found.key;
  const key = await signingKeyOf(ctx, actor);
  if (inHand.size >= MOST) inHand.clear();
  inHand.set(actor.id, { key, until: Date.now() + KEPT_MS });
  return key;
}
