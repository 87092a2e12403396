import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { servers } from "@/db/schema/servers";
import { createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { countUp } from "@/lib/core/counts";
import { env } from "@/lib/core/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { tellMetrics } from "./tell";

const token = "a token of sixteen signs or more";

beforeEach(() => {
  env().METRICS_TOKEN = token;
  Reflect.deleteProperty(globalThis, "carillonPeople");
});
afterEach(() => {
  delete env().METRICS_TOKEN;
});

async function tell(db: Database, { sent = `Bearer ${token}`, at = now } = {}) {
  const answer = await tellMetrics({ db, now: at }, sent);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}

describe("tellMetrics", () => {
  test("is not there unless a token is set", async ({ db }) => {
    delete env().METRICS_TOKEN;
    expect((await tell(db, { sent: "Bearer " })).status).toBe(404);
    expect((await tell(db, { sent: "Bearer undefined" })).status).toBe(404);
  });

  test.for(["", "Bearer", `Bearer ${token}x`, `Basic ${token}`, token])(
    "tells nothing to whoever sends '%s'",
    async (sent, { db }) => {
      const { status, text } = await tell(db, { sent });
      expect(status).toBe(401);
      expect(text).not.toContain("carillon_");
    },
  );

  test("counts what waits, and names nobody", async ({ db }) => {
    const { handle } = await createIdentity(db);
    const ctx = { db, actor: { kind: "system" as const }, now };
    await enqueue(ctx, { task: "hear", payload: { factId: 1 } });
    await enqueue(ctx, { task: "hear", payload: { factId: 2 }, runAt: new Date(Date.now() + 3_600_000) });
    await db.insert(mails).values({ key: "one", body: { to: "ada@example.org" } as never });
    await db.insert(mails).values({ key: "two", sentAt: now });
    await db.insert(servers).values([
      { domain: "works.example", lost: 2 },
      { domain: "down.example", lost: 3, failingSince: now },
    ]);
    await createRemoteEvent(db);
    await createEvent(db);
    countUp("received_activities", "refused");

    const { status, type, text } = await tell(db);
    expect(status).toBe(200);
    expect(type).toBe("text/plain; version=0.0.4; charset=utf-8");
    const lines = text.split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "carillon_database_up 1",
        'carillon_jobs{task="hear",state="waiting"} 1',
        'carillon_jobs{task="hear",state="planned"} 1',
        "carillon_mails_waiting 1",
        "carillon_deliveries_waiting 0",
        "carillon_deliveries_lost 5",
        "carillon_servers_known 2",
        "carillon_servers_failing 1",
        'carillon_accounts{state="confirmed"} 2',
        'carillon_identities{origin="elsewhere"} 1',
        'carillon_identities{origin="here"} 2',
        'carillon_events{origin="elsewhere"} 1',
        'carillon_events{origin="here"} 1',
        expect.stringMatching(/^carillon_received_activities_total\{outcome="refused"\} \d+$/),
        expect.stringMatching(/^process_resident_memory_bytes \d{7,}$/),
      ]),
    );
    expect(text).not.toMatch(new RegExp(`\\.example|@|${handle}`));
  });

  test("tells jobs that run, are tried again and were given up apart", async ({ db }) => {
    const ctx = { db, actor: { kind: "system" as const }, now };
    for (const factId of [1, 2, 3]) await enqueue(ctx, { task: "hear", payload: { factId } });
    const set = (factId: number, values: string) =>
      db.execute(
        sql`update graphile_worker._private_jobs set ${sql.raw(values)} where (payload->>'factId')::int = ${factId}`,
      );
    await set(1, "attempts = 25, locked_at = now(), locked_by = 'worker'");
    await set(2, "attempts = 1, last_error = 'Error', run_at = now() + interval '1 hour'");
    await set(3, "attempts = 25");
    const { text } = await tell(db);
    for (const state of ["running", "retrying", "failed"]) {
      expect(text).toContain(`carillon_jobs{task="hear",state="${state}"} 1\n`);
    }
  });

  test("counts people once a minute", async ({ db }) => {
    await createIdentity(db);
    await tell(db);
    await createIdentity(db);
    expect((await tell(db)).text).toContain('carillon_accounts{state="confirmed"} 1\n');
    const later = new Date(now.getTime() + 60_000);
    expect((await tell(db, { at: later })).text).toContain('carillon_accounts{state="confirmed"} 2\n');
  });

  test("tells of the process also when the database does not answer", async () => {
    const gone = { execute: () => Promise.reject(new Error("gone")) } as unknown as Database;
    const { status, text } = await tell(gone);
    expect(status).toBe(200);
    expect(text).toContain("carillon_database_up 0\n");
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toContain("carillon_jobs");
  });
});
