import { PgTransaction } from "drizzle-orm/pg-core";
import type { Participation } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { inTurns } from "@/lib/core/in-turns";
import { joinAll, type Wish } from "./join-all";
import type { Reply } from "./reply";
import type { Said } from "./said";

type Call = { ctx: Context; eventId: string; wish: Wish };

/** Those who come while others are being let in are let in with one lock and one commit after them. */
const joinInTurn = inTurns((calls: Call[]) => {
  const [{ ctx, eventId }] = calls as [Call];
  return inTransaction(ctx, (tx) =>
    joinAll(
      tx,
      eventId,
      calls.map(({ wish }) => wish),
    ),
  );
});

/**
 * Somebody wants to come. Free events let them in if there is a place for the whole party and nobody waits in line,
 * else they stand in line; the others let them wait for a host. Joining twice is harmless, and changes nothing;
 * whoever left, could not come or did not know yet may come. Nobody is let in here to an event of another server: they
 * wait for its answer. The event's row is locked, so that the last place goes
 * to one. Refuses with `event_full`, `event_over`, `event_cancelled`, `event_without_joining`,
 * `participation_rejected`, and the field errors of the party and of the questions.
 */
export async function joinEvent(
  ctx: Context,
  { eventId, said, ...reply }: { eventId: string; said?: Said } & Reply,
): Promise<Participation> {
  const wish = { actor: ctx.actor, now: ctx.now, reply, said };
  if (!(ctx.db instanceof PgTransaction)) return joinInTurn(eventId, { ctx, eventId, wish });
  const [settled] = await joinAll(ctx, eventId, [wish]);
  if ("error" in settled!) throw settled.error;
  return settled!.answer;
}
