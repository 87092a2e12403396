import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import type { Network } from "@/lib/core/net/guarded-agent";
import { postSigned } from "../fetch/post";
import { isPastHope, retryAt, TRIES_IN_TURN } from "./back-off";
import { deliverSoon, openBreaker } from "./breaker";
import { forgetInbox, isPersonal } from "./forget-inbox";
import { keyInHand } from "./keys-in-hand";
import { type Outcome, outcomeOf } from "./outcome";
import { dropAll, listWaiting, lose, loseOld, markDelivered, postpone, ROUND, type Waiting } from "./queue";

/** A round ends after so long, and another job goes on: a server that takes its time holds up no stop of ours. */
const ROUND_MS = 20_000;

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
  const waiting = await listWaiting(ctx, domain);
  const [first] = waiting;
  if (!first) return;
  if (first.isSuspended) return dropAll(ctx, domain);
  if (first.serverRetryAt && first.serverRetryAt > ctx.now)
    return deliverSoon(ctx, domain, first.serverRetryAt);
  const next = await drain({ ...ctx, domain, network }, waiting);
  if (next) await deliverSoon(ctx, domain, next);
}

/** Answers when there is more to do; null: nothing is left but what comes with a job of its own. */
async function drain(round: Round, waiting: Waiting[]): Promise<Date | null> {
  const start = Date.now();
  const held = new Set<string>();
  const later: Date[] = [];
  let isMoving = false;
  for (const delivery of waiting) {
    if (Date.now() - start > ROUND_MS) return new Date();
    const isInTurn = delivery.failures < TRIES_IN_TURN;
    const mustWait = delivery.retryAt && delivery.retryAt > round.now;
    if (mustWait) later.push(delivery.retryAt!);
    if (mustWait && isInTurn) held.add(delivery.inbox);
    if (mustWait || (isInTurn && held.has(delivery.inbox))) continue;

    const key = await keyInHand(round, { id: delivery.actorId, uri: delivery.actorUri });
    const outcome = outcomeOf(await postSigned(key, delivery.inbox, delivery.body, round.network));
    const settled = await settle(round, delivery, outcome);
    if (settled === "closed") return null;
    if (settled === "done") isMoving = true;
    else if (isInTurn) held.add(delivery.inbox);
    if (settled instanceof Date) later.push(settled);
  }
  if (isMoving && waiting.length === ROUND) return new Date();
  return later.length > 0 ? new Date(Math.min(...later.map(Number))) : null;
}

/** "closed": the server is to be left alone, and a job waits for when it is not; a date: this one is tried again then. */
async function settle(round: Round, delivery: Waiting, outcome: Outcome): Promise<"done" | "closed" | Date> {
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
async function leaveGone(round: Round, delivery: Waiting): Promise<"done" | Date> {
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
): Promise<"closed"> {
  const { at, isHopeless } = await openBreaker(round, round.domain, outcome);
  await postpone(round, delivery.id, null);
  if (isHopeless) {
    const lost = await loseOld(round, round.domain, outcome.problem);
    if (lost > 0) log("federation").warn({ domain: round.domain, lost, reason: outcome.problem }, "gave up");
  }
  await deliverSoon(round, round.domain, at);
  return "closed";
}

/** This one waits by itself, unless it has for too long. */
async function tryLater(
  round: Round,
  delivery: Waiting,
  { problem, retryAfter }: { problem: string; retryAfter?: string | null },
): Promise<"done" | Date> {
  if (isPastHope(delivery.createdAt, round.now)) return giveUp(round, delivery, problem);
  const at = retryAt(round.now, delivery.failures + 1, retryAfter);
  await postpone(round, delivery.id, at);
  return at;
}

async function giveUp(round: Round, { id }: Waiting, problem: string): Promise<"done"> {
  await lose(round, round.domain, { id, problem });
  log("federation").warn({ domain: round.domain, reason: problem }, "gave up a delivery");
  return "done";
}
