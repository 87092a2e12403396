import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { liveness, rescueJobs } from "./liveness";

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;

beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

test("gives back the jobs of a killed worker, and leaves those of a living one and fresh ones alone", async () => {
  const { sql } = connection;
  const life = liveness(sql);
  await life.hold("worker-alive");
  await jobLockedBy("worker-alive", 60);
  await jobLockedBy("worker-dead", 60);
  await jobLockedBy("worker-starting", 1);

  expect(await rescueJobs(sql)).toBe(1);
  expect(await rescueJobs(sql)).toBe(0);
  const locked = await sql`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`;
  expect(locked.map((row) => row.locked_by)).toEqual(["worker-alive", "worker-starting"]);

  await life.release();
  expect(await rescueJobs(sql)).toBe(1);
});

test("needs one connection, however many workers begin at the same time", async () => {
  const { sql } = connection;
  const life = liveness(sql);
  await Promise.all(Array.from({ length: 12 }, (_, n) => life.hold(`worker-${n}`)));
  const [locks] = await sql`
    select count(*)::int as held, count(distinct pid)::int as connections from pg_locks where locktype = 'advisory'`;
  expect(locks).toEqual({ held: 12, connections: 1 });
  await life.release();
});

async function jobLockedBy(workerId: string, secondsAgo: number) {
  const { sql } = connection;
  const [job] = await sql`select id from graphile_worker.add_job('hear', '{"factId": 1}'::json)`;
  await sql`update graphile_worker._private_jobs
    set locked_by = ${workerId}, locked_at = now() - make_interval(secs => ${secondsAgo}) where id = ${job!.id}`;
}
