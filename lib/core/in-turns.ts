import { AppError } from "./errors";

export type Settled<Answer> = { answer: Answer } | { error: unknown };

type Waiting<Call, Answer> = { call: Call; resolve(answer: Answer): void; reject(error: unknown): void };

/** How many calls are run together at most. */
const AT_MOST = 100;

/**
 * Runs calls about the same thing in turns: the first at once, and those that come meanwhile together when it is done,
 * in the order in which they came. For what must be done one after the other anyway, because it locks one row: many
 * pay for one lock, one commit and one connection. `run` answers or refuses each call alone; should it fail as a whole,
 * each call is run by itself, so that nobody pays for another's fault.
 */
export function inTurns<Call, Answer>(run: (calls: Call[]) => Promise<Settled<Answer>[]>) {
  const lines = new Map<string, Waiting<Call, Answer>[]>();

  async function work(key: string, line: Waiting<Call, Answer>[]): Promise<void> {
    while (line.length > 0) await runTogether(line.splice(0, AT_MOST));
    lines.delete(key);
  }

  async function runTogether(waiting: Waiting<Call, Answer>[]): Promise<void> {
    try {
      const settled = await run(waiting.map(({ call }) => call));
      for (const [index, one] of waiting.entries()) settle(one, settled[index]!);
    } catch (error) {
      if (waiting.length === 1 || error instanceof AppError) for (const one of waiting) one.reject(error);
      else for (const one of waiting) await runTogether([one]);
    }
  }

  return (key: string, call: Call): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const waiting = { call, resolve, reject };
      const line = lines.get(key);
      if (line) line.push(waiting);
      else {
        const started = [waiting];
        lines.set(key, started);
        void work(key, started);
      }
    });
}

function settle<Call, Answer>(one: Waiting<Call, Answer>, settled: Settled<Answer>): void {
  if ("error" in settled) one.reject(settled.error);
  else one.resolve(settled.answer);
}
