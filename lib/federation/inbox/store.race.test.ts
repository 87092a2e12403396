import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { servers } from "@/db/schema/servers";
import { createDatabase } from "@/db/testing/database";
import { now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { queueOf, storeReceived } from "./store";

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

const jobs = async () =>
  (await connection.db.execute(sql`select payload ->> 'receivedId' as id, queue_name
    from graphile_worker._private_jobs jobs
    join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id order by jobs.id`)) as unknown as {
    id: string;
    queue_name: string;
  }[];

test("what comes at the same time is written once each, in the order of its servers, and handled in that order", async () => {
  const ctx: Context = { db: connection.db, actor: { kind: "system" }, now };
  await connection.db.insert(servers).values({ domain: "a.example", retryAt: now, failures: 3 });
  const said = (host: string, number: number) => {
    const actor = `https://${host}/users/grace`;
    const id = `${actor}#${number}`;
    return { digest: String(number), activity: { id, actor, type: "Like", object: "x" } };
  };
  const all = Array.from({ length: 150 }, (_, number) =>
    said(number % 2 ? "a.example" : "b.example", number),
  );
  await Promise.all([...all, ...all].map((envelope) => storeReceived(ctx, envelope)));

  const rows = await connection.db.select().from(receivedActivities);
  expect(rows.map(({ activityUri }) => activityUri).sort()).toEqual(
    all.map(({ activity }) => activity.id).sort(),
  );
  const numberOf = new Map(rows.map(({ id, digest }) => [id, Number(digest)]));
  const told = await jobs();
  for (const [index, host] of ["b.example", "a.example"].entries()) {
    const numbers = told.filter((job) => job.queue_name === queueOf(host)).map(({ id }) => numberOf.get(id));
    expect(numbers).toEqual(Array.from({ length: 75 }, (_, at) => at * 2 + index));
  }
  const [server] = await connection.db.select().from(servers);
  expect(server).toMatchObject({ domain: "a.example", receivedAt: now, retryAt: null, failures: 0 });
});

test("what one of them breaks is no other's loss; the longest name of a server is none too long", async () => {
  const ctx: Context = { db: connection.db, actor: { kind: "system" }, now };
  const host = `${"x".repeat(60)}.${"y".repeat(60)}.${"z".repeat(60)}.example`;
  const actor = `https://${host}/users/grace`;
  const fine = { digest: "fine", activity: { id: `${actor}#fine`, actor, type: "Like" } };
  // Incompressible, and too long for an index: only a fault of ours could let it through.
  const odd = {
    digest: "odd",
    activity: { id: `${actor}#${randomBytes(4000).toString("hex")}`, actor, type: "Like" },
  };
  const settled = await Promise.allSettled(
    [fine, odd, { ...fine, digest: "again" }].map((one) => storeReceived(ctx, one)),
  );
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await jobs()).filter(({ queue_name }) => queue_name === queueOf(host))).toHaveLength(2);
});
