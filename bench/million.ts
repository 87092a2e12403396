import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { connect, type Database } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";
import { type Ask, asks, eventPages } from "./million-asks";
import { fillLand } from "./million-fill";
import { explain } from "./million-plans";
import { printHead, printTimes, time } from "./million-times";

const fewEvents = 1000;

/**
 * `npm run bench:million`: what searching costs among a million events, in the database. `-- --events 100000` for fewer,
 * `-- --data DIR` keeps them for the next run, `-- --plans` prints how PostgreSQL finds an answer.
 */
async function bench(run: Run): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: "string" },
      data: { type: "string" },
      plans: { type: "boolean" },
      rounds: { type: "string" },
    },
  });
  const events = Number(values.events ?? 1_000_000);
  const database = await startEmbedded(dataDir(run, values.data));
  run.atEnd(database.stop);
  const small = connect(await land(database.url, fewEvents));
  const large = connect(await land(database.url, events));
  run.atEnd(small.close);
  run.atEnd(large.close);

  printHead();
  await time(large.db, asks, { rounds: Number(values.rounds ?? 200), signal: run.signal, told: printTimes });
  for (const page of eventPages) await compare(page, { small: small.db, large: large.db, run, events });
  if (values.plans) await explain(await land(database.url, events), asks);
}

type Lands = { small: Database; large: Database; run: Run; events: number };

/** What is asked among few and among many, in turn, and the least of four medians: a busy moment of the machine meets both. */
async function compare(page: Ask, { small, large, run, events }: Lands): Promise<void> {
  const pages = { rounds: 500, signal: run.signal };
  const medians = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < 4; turn++) {
    medians.small = Math.min(medians.small, (await time(small, [page], pages))[0]!.p50);
    medians.large = Math.min(medians.large, (await time(large, [page], pages))[0]!.p50);
  }
  const [few, many] = [medians.small.toFixed(2), medians.large.toFixed(2)];
  const ratio = (medians.large / medians.small).toFixed(2);
  say(`\n${page.name}, among ${fewEvents} and ${events}: ${few} and ${many} ms, ${ratio} times.`);
}

function dataDir({ atEnd }: Run, kept: string | undefined): string {
  if (kept) {
    if (!existsSync(kept)) mkdirSync(kept, { mode: 0o755, recursive: true });
    return resolve(kept);
  }
  const made = mkdtempSync(join(tmpdir(), "carillon-million-"));
  chmodSync(made, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A database of its own with so many events, filled unless a run before did. */
async function land(serverUrl: string, events: number): Promise<string> {
  const name = `land_${events}`;
  const url = Object.assign(new URL(serverUrl), { pathname: name }).href;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select from pg_database where datname = ${name}`;
    if (known) return url;
    say(`Making a land of ${events.toLocaleString("en")} events.`);
    await sql.unsafe(`create database ${name}_unfinished`);
    const unfinished = `${url}_unfinished`;
    await migrateDatabase(unfinished);
    await fillLand(unfinished, events);
    await sql.unsafe(`alter database ${name}_unfinished rename to ${name}`);
    return url;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

await run(bench);
