import postgres, { type Sql } from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/db/embedded/start";
import { runScript, temporaryDir } from "./launch";

type Row = { actor: string; status: string; rank: number | null; facts: number };

test("of 500 who join at once, everybody is there who was told so, when the process is killed in the middle", async () => {
  const dataDir = temporaryDir();
  const joiner = runScript(["scripts/faults/joiner.ts", dataDir], {
    SECRET: "a secret for tests, which nobody needs to guess",
    LOG_LEVEL: "silent",
  });
  await joiner.says(/in .+\n/);
  process.kill(joiner.pid, "SIGKILL");
  await joiner.exited;
  const eventId = /event (\S+)/.exec(joiner.output())![1]!;
  const acknowledged = [...joiner.output().matchAll(/^in (\S+)$/gm)].map(([, id]) => id!);

  const server = await startEmbedded(dataDir);
  onTestFinished(server.stop);
  const rows = await rowsOf(postgres(server.url, { max: 1 }), eventId);

  const there = new Set(rows.map(({ actor }) => actor));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  expect(rows.length).toBeLessThan(500);
  expect(there.size).toBe(rows.length);
  expect(rows.every(({ facts }) => facts === 1)).toBe(true);
  expect(rows.filter(({ status }) => status === "approved")).toHaveLength(Math.min(100, rows.length));
  const line = rows.filter(({ status }) => status === "waitlisted").map(({ rank }) => rank);
  expect(line).toEqual(line.map((_, index) => index + 1));
});

/** Those who are in first, then the line; `facts`: how often the journal tells of each. */
async function rowsOf(sql: Sql, eventId: string): Promise<Row[]> {
  const rows = await sql<Row[]>`
    select actor_id as actor, status, wait_rank::int as rank,
      (select count(*)::int from journal where payload ->> 'participationId' = participations.id::text) as facts
    from participations where event_id = ${eventId} order by wait_rank nulls first`;
  await sql.end();
  return rows;
}
