import type { Database } from "@/db/client";
import { say } from "@/scripts/start/say";
import type { Ask } from "./million-asks";

export type Times = { name: string; aim?: number; p50: number; p95: number; most: number };

type Plan = { rounds: number; signal: AbortSignal; told?: (times: Times) => void };

/** Asks each question as often as `rounds` says, one after the other, after a tenth of that to warm up. Milliseconds. */
export async function time(db: Database, asks: Ask[], { rounds, signal, told }: Plan): Promise<Times[]> {
  const times: Times[] = [];
  for (const { name, aim, ask } of asks) {
    const taken: number[] = [];
    for (let number = -rounds / 10; number < rounds; number++) {
      signal.throwIfAborted();
      const before = performance.now();
      await ask(db, Math.abs(number));
      if (number >= 0) taken.push(performance.now() - before);
    }
    taken.sort((a, b) => a - b);
    const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!;
    times.push({ name, ...(aim && { aim }), p50: at(0.5), p95: at(0.95), most: at(1) });
    told?.(times.at(-1)!);
  }
  return times;
}

export function printHead(): void {
  say(
    `\n${"ms in the database".padEnd(34)}${["p50", "p95", "most", "aim"].map((head) => head.padStart(8)).join("")}`,
  );
}

export function printTimes({ name, p50, p95, most, aim }: Times): void {
  const judged = aim ? `${String(aim).padStart(8)}  ${p95 <= aim ? "ok" : "short"}` : "";
  say(`${name.padEnd(34)}${[p50, p95, most].map((value) => value.toFixed(1).padStart(8)).join("")}${judged}`);
}
