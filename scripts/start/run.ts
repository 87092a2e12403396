import { giveUp, say } from "./say";
import { stopSignal, undoAll } from "./stop";

export type Run = {
  /** Aborted when the person asks to stop: long steps end early, and `work` need not tidy up. */
  signal: AbortSignal;
  /** What must happen at the end, last first, however the end comes. */
  atEnd(step: () => Promise<void>): void;
};

const useNpm =
  "This needs the Node that Carillon brings along. Please use the npm scripts, such as: npm start";

/** Runs a command until it is done, fails or is stopped, undoes its steps, and ends the process. */
export async function run(work: (run: Run) => Promise<void>): Promise<never> {
  if (Number.parseInt(process.versions.node, 10) < 24) giveUp(new Error(useNpm));
  const signal = stopSignal();
  const steps: (() => Promise<void>)[] = [];
  const problem = await work({ signal, atEnd: (step) => steps.push(step) }).then(
    () => null,
    (error: unknown) => error,
  );
  if (signal.aborted) say("Stopping.");
  await undoAll(steps);
  if (problem && !signal.aborted) giveUp(problem);
  process.exit(0);
}
