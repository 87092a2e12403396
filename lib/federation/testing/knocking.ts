import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { receive, refuseKnock } from "../inbox/receive";
import type { Parts } from "../signature/testing/signing";
import { type Peer, type PeerActor, sent, startPeer } from "./peer";

export const system = (db: Database, minutes = 0): Context => ({
  db,
  actor: { kind: "system" },
  now: new Date(now.getTime() + minutes * 60_000),
});

/** As the door does it: the key's server first, then everything else. */
export async function knock(ctx: Context, request: Request) {
  await refuseKnock(ctx, request.headers);
  const { method, url, headers } = request;
  const body = new Uint8Array(await request.arrayBuffer());
  return receive(ctx, { method, url: new URL(url), headers, body });
}

export const send = (
  db: Database,
  by: Pick<PeerActor, "keyUri" | "privateKey">,
  { activity, minutes = 0, ...parts }: { activity: Document | string; minutes?: number } & Partial<Parts>,
) => knock(system(db, minutes), sent(by, activity, { date: now, ...parts }));

export const like = (by: { uri: string }, values: Document = {}) => ({
  id: `${by.uri}#likes/1`,
  type: "Like",
  actor: by.uri,
  object: "http://localhost:3000/events/abc",
  ...values,
});
export const stored = (db: Database) => db.select().from(receivedActivities).orderBy(receivedActivities.id);
export const jobs = async (db: Database, task = "handle-activity") =>
  (await db.execute(sql`select payload, queue_name from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    left join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id
    where identifier = ${task} order by jobs.id`)) as unknown as { payload: unknown; queue_name: string }[];

export const accepted = { status: 202, reason: "" };
export const refused = (reason: string, status = 401) => ({ status, reason });

/** Two servers elsewhere for the tests of a file, which know nothing when a test begins. */
export function withPeers(use: (both: [far: Peer, evil: Peer]) => void): void {
  let both: [Peer, Peer];
  beforeAll(async () => {
    both = [await startPeer(), await startPeer()];
    use(both);
  });
  afterAll(() => {
    for (const peer of both) peer.close();
  });
  beforeEach(() => {
    for (const { answers, asked } of both) {
      answers.clear();
      asked.length = 0;
    }
  });
}
