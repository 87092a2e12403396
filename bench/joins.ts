import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { joinEvent } from "@/lib/participation/join";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";

const PEOPLE = 500;
const PLACES = 100;
const ROUNDS = 5;

/** `npm run bench:joins`: 500 people want to come at the same moment; how long each waits for the answer, in milliseconds. */
async function benchJoins({ atEnd }: Run): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded(dataDir);
  atEnd(server.stop);
  await migrateDatabase(server.url);
  const { db, close } = connect(server.url);
  atEnd(close);

  const [organizerId, ...people] = await createPeople(db, PEOPLE + 1);
  for (let round = 1; round <= ROUNDS; round++) {
    const times = await joinAtOnce(db, await createEvent(db, organizerId!), people);
    say(
      `Round ${round}: p50 ${percentile(times, 50)}, p95 ${percentile(times, 95)}, last ${percentile(times, 100)} ms.`,
    );
  }
}

async function joinAtOnce(db: Database, eventId: string, people: string[]): Promise<number[]> {
  const start = performance.now();
  const times = people.map(async (actorId) => {
    const ctx: Context = { db, actor: { kind: "identity", actorId }, now: new Date() };
    await joinEvent(ctx, { eventId });
    return performance.now() - start;
  });
  return (await Promise.all(times)).sort((a, b) => a - b);
}

async function createEvent(db: Database, organizerId: string): Promise<string> {
  const slug = randomBytes(6).toString("hex");
  const startsAt = new Date(Date.now() + 7 * 86_400_000);
  const [event] = await db
    .insert(events)
    .values({
      slug,
      uri: slug,
      organizerId,
      title: "Full house",
      startsAt,
      zone: "UTC",
      capacity: PLACES,
      publishedAt: new Date(),
    })
    .returning({ id: events.id });
  return event!.id;
}

async function createPeople(db: Database, count: number): Promise<string[]> {
  const handles = Array.from({ length: count }, () => `p_${randomBytes(8).toString("hex")}`);
  const rows = await db
    .insert(actors)
    .values(handles.map((handle) => ({ kind: "person" as const, handle, name: handle, uri: handle })))
    .returning({ id: actors.id });
  return rows.map(({ id }) => id);
}

function percentile(times: number[], percent: number): number {
  return Math.round(times[Math.ceil((percent / 100) * times.length) - 1] ?? Number.NaN);
}

await run(benchJoins);
