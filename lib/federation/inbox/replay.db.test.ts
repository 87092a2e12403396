import { existsSync, globSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { type Document, PUBLIC } from "../activity";
import { importActor } from "../import/actor";
import { isActor } from "../import/read-actor";
import { documentIn, documentsIn, idIn, typesOf } from "../read";
import { replayed } from "../testing/replayed";
import { emptyWeb, farActor, web } from "../testing/web";
import { isOurs } from "../uris";
import { envelopeOf } from "./envelope";
import { handleActivity } from "./handle";
import { storeReceived } from "./store";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

/** What other software really sent; it is not ours to carry along. */
const folder = "../shared/fixtures";

/** What is no document that an inbox gets. */
const others = /geocoders|nodeinfo|webfinger|members-collection|vocabulary/;

/** Who and what was theirs, and is ours here. */
const theirs = {
  event: [
    "http://mobilizon.test/events/some-uuid",
    "https://pleroma.mkljczk.pl/objects/b800bdb9-2cbb-40b6-9b29-196cfbd42398",
  ],
  identity: ["http://localtesting.pleroma.lol/users/lain", "https://testing.local/users/admin"],
};

describe.skipIf(!existsSync(folder))("what other software sends", () => {
  const files = existsSync(folder)
    ? globSync("**/*.json", { cwd: folder })
        .filter((file) => !others.test(file))
        .sort()
    : [];

  test.for(files)("%s", async (file, { db }) => {
    for (const other of files) for (const document of documentsIn(read(other))) serve(document);
    const { uri: event, organizerId } = await createEvent(db, {
      startsAt: new Date("2035-01-01"),
      endsAt: null,
    });
    const [identity] = await db.select().from(actors).where(eq(actors.id, organizerId));
    const outcomes: string[] = [];
    for (const document of documentsIn(read(file, { event, identity: identity!.uri })))
      outcomes.push(...(await receiveAll(db, document)));
    expect(outcomes).toEqual([replayed[file] ?? []].flat());
  });
});

function read(file: string, ours?: Record<keyof typeof theirs, string>): unknown {
  let text = readFileSync(`${folder}/${file}`, "utf8");
  for (const [kind, uris] of Object.entries(theirs))
    for (const uri of uris) text = text.replaceAll(uri, ours?.[kind as keyof typeof theirs] ?? uri);
  return JSON.parse(text);
}

function serve(document: Document): void {
  if (typeof document.id === "string" && !("object" in document)) web.set(document.id, document);
}

async function receiveAll(db: Database, document: Document): Promise<string[]> {
  const outcomes: string[] = [];
  for (const one of documentsIn(document.orderedItems ?? document)) outcomes.push(await receive(db, one));
  return outcomes;
}

/** As if its own server had sent it, when it was new, to somebody who follows it. */
async function receive(db: Database, document: Document): Promise<string> {
  const at = timeOf(document);
  const ctx = { db, actor: { kind: "system" as const }, now: at };
  if (isActor(document)) {
    web.set(String(document.id), document);
    const actor = await importActor(ctx, String(document.id));
    return [actor.kind, actor.handle, actor.domain].join(" | ");
  }
  const isActivity = Boolean(document.actor) && "object" in document;
  const activity = isActivity
    ? document
    : { type: "Create", actor: ownerOf(document), to: PUBLIC, object: document };
  const envelope = envelopeOf(activity, Buffer.from(JSON.stringify(activity)));
  if (!envelope) return "no envelope";
  await meet(db, activity, at);
  await storeReceived(ctx, envelope);
  const [stored] = await db
    .select()
    .from(receivedActivities)
    .where(eq(receivedActivities.digest, envelope.digest));
  await handleActivity(ctx, stored!.id);
  const [after] = await db.select().from(receivedActivities).where(eq(receivedActivities.id, stored!.id));
  const outcome = [after!.outcome, after!.reason].filter(Boolean).join(": ");
  const [event] = await db
    .select()
    .from(events)
    .where(eq(events.uri, String(idIn(activity.object))));
  if (!event?.domain) return outcome;
  const { startsAt, zone, placeName, joinMode } = event;
  return [startsAt!.toISOString().slice(0, 16), zone, placeName, joinMode].join(" | ");
}

/** Everybody who is named can be asked for, and is followed here. */
async function meet(db: Database, activity: Document, at: Date): Promise<void> {
  const object = documentIn(activity.object);
  const named = [activity.actor, object?.actor, object?.attributedTo].flatMap((one) => idIn(one) ?? []);
  if (object && typesOf(object).length > 0) web.set(String(object.id), object);
  for (const uri of new Set(named.filter((one) => !isOurs(one)))) {
    const { host } = new URL(uri);
    const name = uri.replace(/^.*[/@]/, "") || "somebody";
    web.set(uri, farActor(name, { host, id: uri, inbox: `${uri}/inbox`, publicKey: null }));
    const { id: followedId } = await importActor({ db, actor: { kind: "system" }, now: at }, uri);
    const { id: followerId } = await createIdentity(db);
    await db
      .insert(follows)
      .values({ followerId, followedId, uri: `https://here/${uri}` })
      .onConflictDoNothing();
  }
}

function ownerOf(document: Document): string {
  const owner = idIn(document.attributedTo) ?? idIn(document.actor);
  return owner ?? `${new URL(String(document.id ?? "https://none.example")).origin}/owner`;
}

function timeOf(document: Document): Date {
  const event = documentIn(document.object) ?? document;
  const begins = typeof event.startTime === "string" ? new Date(event.startTime).getTime() : Number.NaN;
  return Number.isNaN(begins) ? now : new Date(begins - 86_400_000);
}
