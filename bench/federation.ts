import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded/start";
import { eventPath } from "@/lib/core/paths";
import { ensureBuild } from "@/scripts/start/build";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";
import { type AppServer, startApp } from "./app-server";
import { compare } from "./compare";
import { makeKnown, makeSenders, type Senders, sendKnocks, signKnocks } from "./knocks";
import { measure } from "./load";
import { buildNext, serveNext } from "./next-app";
import { printFigures } from "./report";
import type { Target } from "./targets";

const ROUNDS = 5;
/** As when large servers send what they have. */
const CONNECTIONS = 50;
/** Few of one server in a round: each has a limit. */
const SENDERS = 60;
const OURS = 2000;
const THEIRS = 400;

/**
 * `npm run bench:federation`: what it costs to take in a signed activity and to serve a document, beside Fedify in a Next
 * route, in one run. Ours writes to its database; Fedify keeps all in memory.
 */
async function benchFederation(run: Run): Promise<void> {
  await ensureBuild(run.signal);
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  run.atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  const database = await startEmbedded(dataDir);
  run.atEnd(database.stop);
  const ours = await startApp(run, { databaseUrl: database.url, events: 100, dataDir });
  const senders = makeSenders(SENDERS);
  await makeKnown(Object.assign(new URL(database.url), { pathname: "events_100" }).href, senders);

  const folder = "bench/fedify";
  await buildNext({ folder }, run.signal);
  const env = { SENDER_KEY: senders.publicPem };
  const fedify = await serveNext(run, { folder, env, path: "/users/ada" });

  await compareInboxes({ ours: ours.origin, fedify }, senders);
  const targets = documentTargets(ours, fedify);
  const plan = { rounds: ROUNDS, seconds: 2, connections: CONNECTIONS, signal: run.signal };
  printFigures(compare(await measure(targets, plan)));
}

async function compareInboxes(origins: { ours: string; fedify: string }, senders: Senders): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await fire(`${origins.ours}/inbox`, senders, { count: OURS, round });
    const theirs = await fire(`${origins.fedify}/inbox`, senders, { count: THEIRS, round });
    const figures = `${Math.round(ours)} of ours and ${Math.round(theirs)} of Fedify's a second`;
    say(
      `Inbox, ${round === 0 ? "warming up" : `round ${round}`}: ${figures}, ${(ours / theirs).toFixed(1)} times.`,
    );
    if (round > 0) ratios.push(ours / theirs);
  }
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]!;
  say(`Inbox: ${middle.toFixed(1)} times as many as Fedify takes (aim: 5).`);
}

async function fire(
  inbox: string,
  senders: Senders,
  { count, round }: { count: number; round: number },
): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `${round}-${index}`);
  return sendKnocks(inbox, await signKnocks(inbox, senders, names), CONNECTIONS);
}

function documentTargets({ origin, slugs }: AppServer, fedify: string): Target[] {
  const headers = { accept: "application/activity+json" };
  const people = Array.from({ length: 20 }, (_, index) => `person_${index}`);
  const theirs = { events: null, origin: fedify, headers };
  const own = { events: 100, origin, headers };
  return [
    { ...theirs, name: "actor, Fedify", paths: people.map((name) => `/users/${name}`) },
    { ...theirs, name: "event, Fedify", paths: slugs.map(eventPath) },
    {
      ...own,
      name: "actor",
      paths: people.map((name) => `/@${name}`),
      against: { name: "actor, Fedify", aim: 5 },
    },
    { ...own, name: "event", paths: slugs.map(eventPath), against: { name: "event, Fedify", aim: 5 } },
  ];
}

await run(benchFederation);
