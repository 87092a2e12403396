import { redactQuery, redactText } from "@/lib/core/redact";

/** Words for the person at the terminal. The log, which is for machines, is `lib/core/log.ts`. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/**
 * Ends the process because of `error`. What Carillon says itself is told without a stack; what it did not
 * expect comes with one.
 */
export function giveUp(error: unknown): never {
  const isTold = error instanceof Error && error.constructor === Error && !("code" in error);
  const text = error instanceof Error ? (isTold ? error.message : error.stack) : error;
  process.stderr.write(`${redactText(redactQuery(String(text)))}\n`);
  process.exit(1);
}
