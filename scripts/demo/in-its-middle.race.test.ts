import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { connect, type Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { addComment } from "@/lib/comments/add";
import { commentInput } from "@/lib/comments/input";
import type { Context } from "@/lib/core/context";
import { beginDemo, wipeDemo } from "@/lib/demo/wipe";
import { action } from "@/lib/web/action";
import { handler } from "@/lib/web/handler";

const DATA_DIR = mkdtempSync(join(tmpdir(), "carillon-middle-"));
vi.stubEnv("DEMO", "1");
vi.stubEnv("DATA_DIR", DATA_DIR);
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const now = new Date("2026-11-23T12:00:00Z");
/** Who asks is known before the wipe begins; what they ask for is done after it. */
const asked = vi.hoisted(() => ({ who: null as Context | null, meanwhile: async () => {} }));

vi.mock("@/lib/web/security/origin", () => ({ assertSameOriginAction: async () => {} }));
vi.mock("@/lib/web/agreement", () => ({ requireAgreement: () => asked.meanwhile() }));
vi.mock("@/lib/web/context", () => ({ requestContext: async () => asked.who }));

test("a form of somebody who vanishes meanwhile is answered with a sentence, and keeps what was typed", async () => {
  const { db, eventId, wipe } = await town();
  Object.assign(asked, { who: await visitor(db), meanwhile: wipe });
  const add = action(commentInput, async (ctx, input) => void (await addComment(ctx, input)));
  const form = new FormData();
  for (const [name, value] of Object.entries({ eventId, text: "I was here" })) form.set(name, value);
  expect(await add({ status: "idle" }, form)).toMatchObject({
    ...{ status: "refused", reason: "demo_swept" },
    values: { text: "I was here" },
  });
  expect(await saidIn(db)).toEqual([]);
});

test("a route handler answers 409 to them, and goes on for those who are there again", async () => {
  const { db, eventId, wipe, organizerId } = await town();
  const post = (who: Context, meanwhile = wipe) =>
    handler(async () => {
      await meanwhile();
      await addComment(who, { eventId, text: "I was here" });
      return new Response();
    })(new Request("http://localhost/"), { params: Promise.resolve({}) });
  const swept = await post(await visitor(db));
  expect([swept.status, await swept.json()]).toEqual([409, { reason: "demo_swept" }]);
  expect(await saidIn(db)).toEqual([]);
  expect((await post(actingAs(db, organizerId))).status).toBe(200);
  expect(await saidIn(db)).toHaveLength(1);
});

test("at whatever moment of a wipe somebody writes, they are answered, and nothing of theirs is left", async () => {
  const { db, eventId, wipe } = await town();
  const who = await visitor(db);
  const wiped = wipe();
  const statuses = Array.from({ length: 30 }, async (_, turn) => {
    await sleep(turn * 50);
    const said = handler(async () => {
      await addComment(who, { eventId, text: `I was here ${turn}` });
      return new Response();
    });
    return (await said(new Request("http://localhost/"), { params: Promise.resolve({}) })).status;
  });
  const answered = await Promise.all(statuses);
  await wiped;
  expect(answered.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  const last = handler(async () => {
    await addComment(who, { eventId, text: "And here" });
    return new Response();
  });
  expect((await last(new Request("http://localhost/"), { params: Promise.resolve({}) })).status).toBe(409);
  expect(await db.select().from(comments).where(eq(comments.authorId, who.actor.actorId))).toEqual([]);
});

/** A demonstration that has just begun, and an event in it that is there again after every wipe. */
async function town() {
  const { url, drop } = await createDatabase();
  const { db, close } = connect(url, { max: 4 });
  onTestFinished(async () => {
    await close();
    await drop();
  });
  await beginDemo(db, now);
  const [event] = await db.select().from(events).where(eq(events.commentsPolicy, "open")).orderBy(events.id);
  const wipe = () => wipeDemo({ db, actor: { kind: "system" }, now });
  return { db, eventId: event!.id, organizerId: event!.organizerId, wipe };
}

/** Somebody of whom nothing is planted. */
async function visitor(db: Database) {
  return actingAs(db, (await createIdentity(db)).id);
}

async function saidIn(db: Database) {
  return db.select().from(comments).where(eq(comments.source, "I was here"));
}
