import autocannon from "autocannon";
import { say } from "@/scripts/start/say";
import type { Target } from "./targets";

export type Figures = { perSecond: number; p50: number; p99: number };

/** What was measured of each target, a figure a round. */
export type Rounds = Map<Target, Figures[]>;

type Plan = { rounds: number; seconds: number; connections: number; signal: AbortSignal };

/**
 * Asks every target in turn, round after round, so that a busy moment of the machine meets all of them alike.
 * The round before the first is not counted: it warms up what V8 compiles only after thousands of requests.
 */
export async function measure(targets: Target[], plan: Plan): Promise<Rounds> {
  const rounds: Rounds = new Map(targets.map((target) => [target, []]));
  for (let round = 0; round <= plan.rounds; round++) {
    say(round === 0 ? "Warming up." : `Round ${round} of ${plan.rounds}.`);
    for (const target of targets) {
      plan.signal.throwIfAborted();
      const figures = await fire(target, round === 0 ? { ...plan, seconds: 2 * plan.seconds } : plan);
      if (round > 0) rounds.get(target)!.push(figures);
    }
  }
  return rounds;
}

async function fire(
  { name, origin, paths, headers }: Target,
  { seconds, connections }: Plan,
): Promise<Figures> {
  const result = await autocannon({
    url: origin,
    requests: paths.map((path) => ({ method: "GET", path, headers })),
    duration: seconds,
    connections,
    timeout: 10,
  });
  const failed = result.errors + result.non2xx;
  if (failed > 0) throw new Error(`${name}: ${failed} requests were not answered as they should be.`);
  const { p50, p99 } = result.latency;
  return { perSecond: result.requests.total / result.duration, p50, p99 };
}
