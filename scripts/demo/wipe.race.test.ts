import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { moderationLog } from "@/db/schema/moderation-log";
import { rateLimits } from "@/db/schema/rate-limits";
import { createDatabase } from "@/db/testing/database";
import { createAccount, createEvent, createParticipation } from "@/db/testing/factories";
import { addComment } from "@/lib/comments/add";
import type { Context } from "@/lib/core/context";
import { isDemo, nextWipe } from "@/lib/core/demo";
import { keepForAnHour } from "@/lib/core/short-lived";
import { enterDemo } from "@/lib/demo/enter";
import { demoRoles } from "@/lib/demo/roles";
import { beginDemo, wipeDemo, wipeIfDue } from "@/lib/demo/wipe";
import { signingKeyOf } from "@/lib/federation/keys";
import { transport } from "@/lib/mail/transport";
import { storePicture } from "@/lib/media/store";
import { contentsOf, filesIn } from "../backup/testing/contents";
import { runScript } from "../faults/launch";

const DATA_DIR = mkdtempSync(join(tmpdir(), "carillon-demo-"));
vi.stubEnv("DEMO", "1");
vi.stubEnv("DATA_DIR", DATA_DIR);
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const now = new Date("2026-11-23T12:00:00Z");
type Place = Connection & { url: string; ctx: Context };

/** An empty database with an empty directory. */
async function place(): Promise<Place> {
  const { url, drop } = await createDatabase();
  rmSync(DATA_DIR, { recursive: true, force: true });
  mkdirSync(DATA_DIR);
  const connection = connect(url, { max: 4 });
  onTestFinished(async () => {
    await connection.close();
    await drop();
  });
  return { ...connection, url, ctx: { db: connection.db, actor: { kind: "system" }, now } };
}

/** Every row, what sequences give out next, constraints, triggers and files; not what the worker knows of itself. */
async function allOf({ url }: Place) {
  const contents = await contentsOf(url);
  const ofWorker = Object.keys(contents).filter(
    (name) =>
      name.startsWith("graphile_worker.") && !/_private_jobs|_private_job_queues|jobs_id_seq/.test(name),
  );
  for (const name of ofWorker) delete contents[name];
  return { contents, files: filesIn(DATA_DIR) };
}

/** What visitors do, and what comes of it: rows in many tables, files in all folders. */
async function makeTraces({ db, ctx }: Place) {
  for (const role of demoRoles) await enterDemo(ctx, role, "a browser");
  const [event] = await db.select().from(events).limit(1);
  const [face] = await db.select().from(actors).limit(1);
  const asFace: Context = { ...ctx, actor: { kind: "identity", actorId: face!.id } };
  await addComment(asFace, { eventId: event!.id, text: "I was here" });
  await createParticipation(db, await createEvent(db, { organizerId: face!.id }));
  await createAccount(db);
  const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await storePicture(ctx, { file: picture, kind: "picture", alt: "", field: "picture" }).catch(() => {});
  await signingKeyOf(ctx, face!);
  await db.insert(mails).values({ key: "a mail", createdAt: now });
  await db.insert(moderationLog).values({ action: "case.closed", createdAt: now });
  await db.insert(rateLimits).values({ key: "a try", count: 9, endsAt: now });
  await db.update(events).set({ title: "Changed" });
  await db.delete(comments);
  await transport().send({
    ...{ to: "somebody@example.org", subject: "Hello", text: "Hello", html: "<p>Hello", locale: "en" },
    ...{ name: "m".repeat(43), date: now },
  });
  await keepForAnHour("what somebody typed", now);
  for (const folder of ["media/a/b", "exports", "previews"]) {
    mkdirSync(join(DATA_DIR, folder), { recursive: true });
    writeFileSync(join(DATA_DIR, folder, "something"), "left");
  }
}

test("a wipe leaves everything exactly as it began: every row, sequence and file", async () => {
  const town = await place();
  await beginDemo(town.db, now);
  const atStart = await allOf(town);
  await makeTraces(town);
  expect(await allOf(town)).not.toEqual(atStart);
  await wipeDemo(town.ctx);
  expect(await allOf(town)).toEqual(atStart);
  await wipeDemo(town.ctx);
  expect(await allOf(town)).toEqual(atStart);

  const other = await place();
  await beginDemo(other.db, now);
  expect(await allOf(other)).toEqual(atStart);
});

test("whoever is in the middle of something is waited for, and whoever asks meanwhile waits", async () => {
  const town = await place();
  await beginDemo(town.db, now);
  const atStart = await allOf(town);
  const begun = Promise.withResolvers<void>();
  const slow = town.db.transaction(async (tx) => {
    await tx.update(events).set({ title: "Mine" });
    begun.resolve();
    await sleep(1500);
    await tx.update(actors).set({ name: "Mine" });
  });
  await begun.promise;
  const wiped = wipeDemo(town.ctx);
  const asked = Array.from({ length: 20 }, async (_, turn) => {
    await sleep(turn * 100);
    return (await town.db.select().from(events)).length;
  });
  await Promise.all([slow, wiped]);
  const { length } = await town.db.select().from(events);
  expect(new Set(await Promise.all(asked))).toEqual(new Set([length]));
  expect(await allOf(town)).toEqual(atStart);
});

test("killed at any moment it leaves what was before or what is after, and the next start is whole", async () => {
  const town = await place();
  const later = new Date("2026-11-23T13:00:00Z");
  await beginDemo(town.db, later);
  const after = await allOf(town);
  const outcomes: string[] = [];
  for (const ms of [0, 300, 700, 60_000]) {
    await wipeDemo(town.ctx);
    await makeTraces(town);
    const before = await allOf(town);
    await killedWiping(town, later, ms);
    const { contents } = await allOf(town);
    const isBefore = JSON.stringify(contents) === JSON.stringify(before.contents);
    outcomes.push(isBefore ? "before" : "after");
    expect(contents).toEqual(isBefore ? before.contents : after.contents);
    await beginDemo(town.db, later);
    expect((await allOf(town)).files).toEqual(isBefore ? before.files : after.files);
  }
  expect(outcomes[0]).toBe("before");
  expect(outcomes.at(-1)).toBe("after");
});

test("killed between its end and the removal of files, the next start removes those that it left", async () => {
  const { db } = await place();
  await beginDemo(db, now);
  const stray = join(DATA_DIR, "mail", "stray.eml");
  const leave = (wipedAt: Date) => {
    mkdirSync(join(DATA_DIR, "mail"), { recursive: true });
    writeFileSync(stray, "of a visitor");
    const note = { wipedAt: wipedAt.toISOString(), files: [stray] };
    writeFileSync(join(DATA_DIR, "wipe-under-way.json"), JSON.stringify(note));
  };
  // A wipe that did not happen takes nothing.
  leave(new Date(now.getTime() + 1));
  await beginDemo(db, now);
  expect(Object.keys(filesIn(DATA_DIR))).toContain("mail/stray.eml");
  leave(now);
  await beginDemo(db, now);
  expect(Object.keys(filesIn(DATA_DIR))).not.toContain("mail/stray.eml");
});

test("it is due every 48 hours, and at a start after that", async () => {
  const town = await place();
  await beginDemo(town.db, now);
  await town.db.delete(comments);
  const due = nextWipe(now);
  await wipeIfDue({ ...town.ctx, now: new Date(due.getTime() - 1) });
  expect(await town.db.select().from(comments)).toEqual([]);
  await wipeIfDue({ ...town.ctx, now: due });
  const { length } = await town.db.select().from(comments);
  expect(length).toBeGreaterThan(3);
  await town.db.delete(comments);
  await beginDemo(town.db, new Date(nextWipe(due).getTime() + 60_000));
  expect(await town.db.select().from(comments)).toHaveLength(length);
});

test("never touches a database of people, and nobody but administrators asks for it", async () => {
  const town = await place();
  await createAccount(town.db);
  await expect(beginDemo(town.db, now)).rejects.toThrow("holds accounts of people");
  await expect(wipeDemo(town.ctx)).rejects.toMatchObject({ reason: "no_demo" });
  const account = await createAccount(town.db, { role: "moderator" });
  const actor = { kind: "account" as const, accountId: account.id, role: account.role };
  await expect(wipeDemo({ ...town.ctx, actor })).rejects.toMatchObject({ code: "forbidden" });
  expect(isDemo()).toBe(true);
});

/** Killed so long after it began to wait for somebody who holds it up, and then lets it go on. */
async function killedWiping(town: Place, at: Date, ms: number): Promise<void> {
  const program = `
    const [{ connect }, { wipeDemo }] = await Promise.all([import("./db/client.ts"), import("./lib/demo/wipe.ts")]);
    const { db } = connect(${JSON.stringify(town.url)}, { max: 1 });
    await wipeDemo({ db, actor: { kind: "system" }, now: new Date(${at.getTime()}) });
    process.exit();`;
  let wiping = { pid: 0, exited: Promise.resolve<number | string>(0) };
  await town.db.transaction(async (tx) => {
    await tx.execute(sql`lock table events in access share mode`);
    const { pid, exited } = runScript(["--input-type=module", "--eval", program], { DEMO: "1", DATA_DIR });
    const waits = sql`select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`;
    while ((await tx.execute(waits)).length === 0) await sleep(10);
    if (ms === 0) kill(pid);
    wiping = { pid, exited };
  });
  await Promise.race([wiping.exited, sleep(ms)]);
  if (ms < 60_000) kill(wiping.pid);
  await wiping.exited;
}

/** Perhaps it has ended by itself. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}
