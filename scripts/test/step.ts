import { spawn } from "node:child_process";

export type Counts = { passed: number; failed: number };

export type Step = {
  name: string;
  /** A script of node_modules or of ours, and its arguments; run by this Node. */
  command: string[];
  /** Keeps one processor busy, so that another such step may run beside it. */
  isNarrow?: boolean;
  /** How many tests it ran, from what it wrote; without it the command as a whole is one test. */
  count?: () => Counts;
};

/** No step may hold up the others for ever. */
const patience = 25 * 60_000;

/** Runs the steps in their order, and neighbours that are narrow two at a time. */
export async function runSteps(steps: Step[]): Promise<Counts> {
  const total = { passed: 0, failed: 0 };
  for (const batch of batchesOf(steps)) {
    const lane = async () => {
      for (let step = batch.shift(); step; step = batch.shift()) {
        const { passed, failed } = await runStep(step);
        total.passed += passed;
        total.failed += failed;
      }
    };
    await Promise.all([lane(), lane()]);
  }
  return total;
}

function batchesOf(steps: Step[]): Step[][] {
  const batches: Step[][] = [];
  for (const step of steps) {
    const last = batches.at(-1);
    if (step.isNarrow && last?.[0]?.isNarrow) last.push(step);
    else batches.push([step]);
  }
  return batches;
}

/** Runs one step and reports it in a line; what it wrote is shown only if it failed. */
async function runStep({ name, command, count }: Step): Promise<Counts> {
  const started = Date.now();
  const { code, output } = await runCommand(command);
  const counts = code === 0 && !count ? { passed: 1, failed: 0 } : (count?.() ?? { passed: 0, failed: 1 });
  // A runner can fail beside its tests: in a setup, or because there were none.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) process.stdout.write(`\n${output.trim()}\n\n`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const all = counts.passed + counts.failed;
  const verdict = counts.failed > 0 ? `✗ ${name}: ${counts.failed} of ${all} failed` : `✓ ${name}: ${all}`;
  process.stdout.write(`${verdict} (${seconds} s)\n`);
  return counts;
}

function runCommand([script = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(
    process.execPath,
    [...(script.endsWith(".ts") ? ["--import", "tsx"] : []), script, ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: patience,
      killSignal: "SIGTERM",
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  return new Promise((settle) => {
    child.once("error", (error) => settle({ code: 1, output: error.message }));
    child.once("close", (code, signal) => {
      if (signal) output += `\nended by ${signal}: it may take ${patience / 60_000} minutes`;
      settle({ code: code ?? 1, output });
    });
  });
}
