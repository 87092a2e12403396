import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded/start";
import { eventPath } from "@/lib/core/paths";
import { ensureBuild } from "@/scripts/start/build";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";
import { startApp } from "./app-server";
import { startBare } from "./bare-server";
import { compare } from "./compare";
import { measure } from "./load";
import { printFigures, printWeights } from "./report";
import { appTargets, bareTargets } from "./targets";
import { weigh } from "./weigh";
import { weighPages } from "./weights";

/** `npm run bench`: what our pages cost beside bare ones, in one run. `-- --quick` only shows that it works. */
async function bench(run: Run): Promise<void> {
  const isQuick = process.argv.includes("--quick");
  await ensureBuild(run.signal);
  const dataDir = makeDataDir(run);
  const database = await startEmbedded(dataDir);
  run.atEnd(database.stop);

  say("Making two towns, of 100 and of 10,000 events.");
  const few = await startApp(run, { databaseUrl: database.url, events: 100, dataDir });
  const many = await startApp(run, { databaseUrl: database.url, events: 10_000, dataDir });
  const page = `${many.origin}${eventPath(many.slugs[0]!)}`;

  say("Building bare pages that are as heavy as ours.");
  const bare = await startBare(run, {
    static: (await weigh(page, {})).plain,
    dynamic: (await weigh(page, many.member)).plain,
  });
  const targets = [...bareTargets(bare), ...appTargets(few), ...appTargets(many)];
  const plan = isQuick ? { rounds: 1, seconds: 1 } : { rounds: 5, seconds: 3 };
  const rounds = await measure(targets, { ...plan, connections: 10, signal: run.signal });
  printFigures(compare(rounds));
  say("\nMiddle of the rounds; the bare pages weigh what the event page weighs. The worker is off.");
  printWeights(await weighPages(many, bare));
}

function makeDataDir({ atEnd }: Run): string {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

await run(bench);
