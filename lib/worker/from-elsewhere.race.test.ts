import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { eventSearch } from "@/db/schema/event-search";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { mails } from "@/db/schema/mails";
import { createDatabase } from "@/db/testing/database";
import { createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { type Document, PUBLIC } from "@/lib/federation/activity";
import { importActor } from "@/lib/federation/import/actor";
import { hear } from "@/lib/federation/testing/hear";
import { farActor, farEvent, farNote } from "@/lib/federation/testing/web";
import { workerLogger } from "./logger";
import { taskList } from "./tasks";

vi.mock(
  import("@/lib/federation/fetch/document"),
  async () => (await import("@/lib/federation/testing/web")).fetching as never,
);
vi.mock(import("@/lib/federation/fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);
vi.mock(import("@/lib/federation/fetch/collection"), () => ({ fetchCollection: async () => [] }));
vi.mock(
  import("@/lib/federation/fetch/post"),
  () => ({ postSigned: async () => ({ status: 202 }) }) as never,
);
vi.mock(
  import("@/lib/federation/ask-server"),
  () => ({ askServer: async () => {}, askDueServers: async () => {} }) as never,
);

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;
const dataDir = mkdtempSync(join(tmpdir(), "carillon-elsewhere-"));
const context = (): Context => ({ db: connection.db, actor: { kind: "system" }, now: new Date() });

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", dataDir);
  database = await createDatabase();
  connection = connect(database.url, { max: 6 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

/** Works through all that waits, whenever it was meant to run; answers with what failed. */
async function work(): Promise<string[]> {
  for (const _ of ["facts", "readers", "mails"]) {
    await connection.sql`update graphile_worker._private_jobs set run_at = now()`;
    await runOnce({
      connectionString: database.url,
      taskList: taskList(context),
      logger: workerLogger,
      noHandleSignals: true,
    });
  }
  const failed = await connection.sql<{ last_error: string }[]>`
    select last_error from graphile_worker.jobs where last_error is not null`;
  return failed.map((job) => job.last_error);
}

const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const said = (type: string, object: Document, at = new Date()) =>
  hear(connection.db, { type, actor: String(object.attributedTo), object, to: [PUBLIC] }, at);
const mailCount = async () => (await connection.db.select().from(mails)).length;

test("what another server announces, moves, says and takes back runs through every reader, and mails only ours", async () => {
  const { db } = connection;
  const ada = await createIdentity(db);
  const grace = await importActor(context(), farActor().id);
  await db.insert(follows).values({ followerId: ada.id, followedId: grace.id, uri: "https://here/f" });
  const told = { startTime: daysOn(20), endTime: null, published: daysOn(-9), updated: daysOn(-9) };
  const event = farEvent("one", told);
  expect(await said("Create", event)).toBe("handled");
  expect(await work()).toEqual([]);
  const [kept] = await db.select().from(events);
  expect(await db.select().from(eventSearch)).toMatchObject([{ eventId: kept!.id }]);
  expect(await mailCount()).toBe(0);

  await createParticipation(db, kept!, { actorId: ada.id, status: "approved" });
  await createParticipation(db, kept!, { actorId: grace.id, status: "approved" });
  const moved = { ...event, startTime: daysOn(21), name: "Concert in the church", updated: daysOn(-8) };
  const anHourAgo = new Date(Date.now() - 3_600_000);
  expect(await said("Update", moved, anHourAgo)).toBe("handled");
  expect(await work()).toEqual([]);
  expect(await mailCount()).toBe(1);

  const own = await createEvent(db, { organizerId: ada.id, startsAt: new Date(daysOn(5)), endsAt: null });
  expect(await said("Create", farNote("1", { inReplyTo: own.uri }))).toBe("handled");
  expect(await work()).toEqual([]);
  expect(await mailCount()).toBe(2);

  expect(await said("Update", { ...moved, status: "CANCELLED", updated: daysOn(-7) })).toBe("handled");
  expect(await said("Delete", event)).toBe("handled");
  expect(await work()).toEqual([]);
  expect(await mailCount()).toBe(3);
  expect(
    await db
      .select()
      .from(eventSearch)
      .then((rows) => rows.map(({ eventId }) => eventId)),
  ).not.toContain(kept!.id);

  expect(await said("Delete", { id: grace.uri, attributedTo: grace.uri })).toBe("handled");
  expect(await work()).toEqual([]);
});
