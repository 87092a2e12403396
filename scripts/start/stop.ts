/** Aborted at the first Ctrl-C or SIGTERM. More of them change nothing: what runs is being ended in its order. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort());
  if (process.env.npm_lifecycle_event) watchParent(() => controller.abort());
  return controller.signal;
}

/** Resolves when `signal` is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener("abort", () => settle(), { once: true });
  });
}

/** Undoes steps, last first, and goes on when one fails: what can be ended is ended. */
export async function undoAll(steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps.toReversed()) {
    try {
      await step();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    }
  }
}

/** npm passes a SIGTERM to the shell between it and us, which dies of it without a word: then we have a new parent. */
function watchParent(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, 500);
  timer.unref();
}
