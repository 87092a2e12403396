import type { Context } from "@/lib/core/context";
import { isOutOfReach } from "@/lib/core/demo";
import { log } from "@/lib/core/log";
import type { Network } from "@/lib/core/net/guarded-agent";
import { postSigned } from "../fetch/post";
import { isPastHope, retryAt, TRIES_IN_TURN } from "./back-off";
import { deliverSoon, openBreaker } from "./breaker";
import { forgetInbox, isPersonal } from "./forget-inbox";
import { keyInHand } from "./keys-in-hand";
import { claim, release } from "./lease";
import { type Outcome, outcomeOf } from "./outcome";
import { dropAll, listWaiting, lose, loseOld, markDelivered, postpone, ROUND, type Waiting } from "./queue";

/** A round ends after so long, and another job goes on: a server that takes its time holds up no stop of ours. */
const ROUND_MS = 10_000;

/** How often to look whether whoever delivers somewhere has done. */
const ASK_AGAIN_MS = 3_000;

type Round = Context & { domain: string; network?: Network };

/**
 * The job `deliver`: sends what waits for a server, one after the other, the oldest first, for a bounded time; then a
 * job goes on, at once or when the server is to be tried again. Killed, it sends again what was on its way.
 */
export async function deliverTo(
  ctx: Context,
  domain: string,
  { network }: { network?: Network } = {},
): Promise<void> {
  const claimed = await claim(ctx, domain);
  if (!claimed) return waitForTurn(ctx, domain);
  if (claimed.isCutOff || isOutOfReach(domain)) await dropAll(ctx, domain);
  const isClosed = claimed.retryAt !== null && claimed.retryAt > ctx.now;
  const waiting = isClosed ? [] : await listWaiting(ctx, domain);
  const went = isClosed ? { next: claimed.retryAt } : await drain({ ...ctx, domain, network }, waiting);
  const hasMore = await release(ctx, domain, waiting);
  if (went.next) await deliverSoon(ctx, domain, hasMore && went.mayGoOn ? undefined : went.next);
  else if (hasMore) await deliverSoon(ctx, domain);
}

/** Somebody else is delivering there. They go on with what came meanwhile, unless they are killed. */
function waitForTurn(ctx: Context, domain: string): Promise<void> {
  return deliverSoon(ctx, domain, new Date(ctx.now.getTime() + ASK_AGAIN_MS));
}

/** `next`: when what is left is to be tried; null: nothing is. `mayGoOn`: others need not wait for that. */
type Went = { next: Date | null; mayGoOn?: boolean };

async function drain(round: Round, waiting: Waiting[]): Promise<Went> {
  const start = Date.now();
  const held = new Set<string>();
  const later: Date[] = [];
  let isMoving = waiting.length < ROUND;
  for (const delivery of waiting) {
    if (Date.now() - start > ROUND_MS) return { next: new Date() };
    const isInTurn = delivery.failures < TRIES_IN_TURN;
    const mustWait = delivery.retryAt && delivery.retryAt > round.now;
    if (mustWait) later.push(delivery.retryAt!);
    if (mustWait && isInTurn) held.add(delivery.inbox);
    if (mustWait || (isInTurn && held.has(delivery.inbox))) continue;

    const key = await keyInHand(round, { id: delivery.actorId, uri: delivery.actorUri });
    const outcome = outcomeOf(await postSigned(key, delivery.inbox, delivery.body, round.network));
    const settled = await settle(round, delivery, outcome);
    if (settled === "done") isMoving = true;
    else if ("closedUntil" in settled) return { next: settled.closedUntil };
    else {
      later.push(settled.tryAt);
      if (isInTurn) held.add(delivery.inbox);
    }
  }
  return { next: later.length > 0 ? new Date(Math.min(...later.map(Number))) : null, mayGoOn: isMoving };
}

/** What became of a delivery: it needs nothing more, waits by itself, or all that is for its server waits. */
type Settled = "done" | { tryAt: Date } | { closedUntil: Date };

async function settle(round: Round, delivery: Waiting, outcome: Outcome): Promise<Settled> {
  if (outcome.kind === "taken") {
    await markDelivered(round, round.domain, delivery.id);
    return "done";
  }
  if (outcome.kind === "gone") return leaveGone(round, delivery);
  if (outcome.kind === "lost") return giveUp(round, delivery, outcome.problem);
  const isServers = outcome.kind === "server" && delivery.failures < TRIES_IN_TURN;
  return isServers ? closeDoor(round, delivery, outcome) : tryLater(round, delivery, outcome);
}

/** Whoever had this inbox is forgotten. A whole server is only when it has said so for three days. */
async function leaveGone(round: Round, delivery: Waiting): Promise<Settled> {
  const isCertain = isPastHope(delivery.createdAt, round.now) || (await isPersonal(round, delivery.inbox));
  if (!isCertain) return tryLater(round, delivery, { problem: "status_410" });
  await forgetInbox(round, delivery.inbox);
  return "done";
}

/** The whole server waits. What is in turn keeps its turn, until it has failed so often that others go first. */
async function closeDoor(
  round: Round,
  delivery: Waiting,
  outcome: { problem: string; retryAfter?: string | null },
): Promise<Settled> {
  const { at, isHopeless } = await openBreaker(round, round.domain, outcome);
  await postpone(round, delivery.id, null);
  if (isHopeless) {
    const lost = await loseOld(round, round.domain, outcome.problem);
    if (lost > 0) log("federation").warn({ domain: round.domain, lost, reason: outcome.problem }, "gave up");
  }
  return { closedUntil: at };
}

/** This one waits by itself, unless it has for too long. */
async function tryLater(
  round: Round,
  delivery: Waiting,
  { problem, retryAfter }: { problem: string; retryAfter?: string | null },
): Promise<Settled> {
  if (isPastHope(delivery.createdAt, round.now)) return giveUp(round, delivery, problem);
  const at = retryAt(round.now, delivery.failures + 1, retryAfter);
  await postpone(round, delivery.id, at);
  return { tryAt: at };
}

async function giveUp(round: Round, { id }: Waiting, problem: string): Promise<"done"> {
  await lose(round, round.domain, { id, problem });
  log("federation").warn({ domain: round.domain, reason: problem }, "gave up a delivery");
  return "done";
}
