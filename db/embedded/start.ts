import { setTimeout as sleep } from "node:timers/promises";
import { type Access, choosePort, keepPort, loadAccess, urlOf } from "./access";
import { findBinaries } from "./binaries";
import { ensureCluster, type Place } from "./cluster";
import { chooseOwner } from "./owner";
import { answers, ensureDatabase } from "./probe";
import { type Attempt, readPidFile, spawnServer, stopServer } from "./server";
import { serverSettings } from "./settings";

export type Embedded = {
  url: string;
  /** False when the server was running already: left behind by a killed app, or used by another process of ours. */
  started: boolean;
  /** Stops the server, whoever started it. */
  stop(): Promise<void>;
};

const patience = 10_000;

/** Runs PostgreSQL on `dataDir/postgres` (made at the first start), or uses the one that runs there already. */
export async function startEmbedded(dataDir: string, { durable = true } = {}): Promise<Embedded> {
  const access = loadAccess(dataDir);
  const owner = chooseOwner(`${dataDir}/postgres`);
  const place: Place = { dataDir, binaries: findBinaries(owner), owner, password: access.password, durable };
  await ensureCluster(place);
  const { port, started } = await startOrAdopt(place, access);
  await ensureDatabase(urlOf(access, port, "postgres"));
  return { url: urlOf(access, port, "carillon"), started, stop: () => stopServer(place) };
}

/** A server that was just killed leaves its lock or its memory for a moment, and a port can be taken meanwhile. */
async function startOrAdopt(place: Place, access: Access): Promise<{ port: number; started: boolean }> {
  const deadline = Date.now() + patience;
  for (let kept = access.port; ; kept = null) {
    const adopted = await adopt(place, access, deadline);
    if (adopted) return { port: adopted, started: false };

    const port = await choosePort(kept);
    const attempt = spawnServer({ ...place, port, settings: serverSettings(place) });
    if (await becomesReady(attempt, urlOf(access, port, "postgres"))) {
      keepPort(place.dataDir, access, port);
      return { port, started: true };
    }
    if (!isPassing(attempt.output()) || Date.now() > deadline) throw refusal(place.dataDir, attempt.output());
    await sleep(250);
  }
}

/** A lock file whose process lives may also be of a process that has the same number by chance: then null. */
async function adopt({ dataDir }: Place, access: Access, deadline: number): Promise<number | null> {
  for (;;) {
    const running = readPidFile(dataDir);
    if (!running) return null;
    if (await answers(urlOf(access, running.port, "postgres"))) return running.port;
    if (Date.now() > deadline) return null;
    await sleep(100);
  }
}

/** Recovery after a crash can take minutes: as long as the process lives, it is waited for. */
async function becomesReady({ process: child }: Attempt, url: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid) {
    if (await answers(url)) return true;
    await sleep(50);
  }
  return false;
}

function isPassing(output: string): boolean {
  return /lock file .* already exists|shared memory block|address already in use|could not create any TCP/i.test(
    output,
  );
}

function refusal(dataDir: string, output: string): Error {
  return new Error(
    `PostgreSQL did not start on ${dataDir}/postgres. It said:\n${output.trim() || "nothing"}`,
  );
}
