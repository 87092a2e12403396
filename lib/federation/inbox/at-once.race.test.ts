import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { createDatabase } from "@/db/testing/database";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { importActor } from "../import/actor";
import { hear } from "../testing/hear";
import { emptyWeb, farActor, farEvent, farNote } from "../testing/web";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;

beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.url, { max: 8 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});
beforeEach(emptyWeb);

const ctx = () => ({ db: connection.db, actor: { kind: "system" as const }, now });
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test("whoever is met by many at once is known once", async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = farActor(`many${round}`);
    const found = await times(8, () => importActor(ctx(), id, { fresh: true }));
    expect(new Set(found.map((actor) => actor.id)).size).toBe(1);
    const rows = await connection.db.select().from(actors);
    expect(rows.filter(({ uri }) => uri === id)).toHaveLength(1);
  }
});

test("of two who are called the same, met at once, each is known once", async () => {
  const ids = ["first", "second"].map((name) => farActor(name, { preferredUsername: "twin" }).id);
  const found = await times(8, (index) => importActor(ctx(), ids[index % 2]!, { fresh: true }));
  expect(new Set(found.map((actor) => actor.id)).size).toBe(2);
});

test("what comes from two sides at once is kept once, and told once", async () => {
  const grace = farActor("grace");
  const event = farEvent("race", { by: grace });
  const { id: followedId } = await importActor(ctx(), grace.id);
  const { id: followerId } = await createIdentity(connection.db);
  await connection.db.insert(follows).values({ followerId, followedId, uri: "https://here/f" });
  const outcomes = await times(8, (index) =>
    hear(connection.db, { type: index % 2 ? "Create" : "Announce", actor: grace.id, object: event }),
  );
  expect(outcomes.every((outcome) => ["handled", "ignored: known"].includes(outcome))).toBe(true);
  const kept = (await connection.db.select().from(events)).filter(({ uri }) => uri === event.id);
  expect(kept).toHaveLength(1);
  const facts = await connection.sql`select count(*)::int as count from journal
    where kind = 'event.published' and payload ->> 'eventId' = ${kept[0]!.id}`;
  expect(facts[0]!.count).toBe(1);
});

test("a comment that comes with its thread from many sides is said once", async () => {
  const event = await createEvent(connection.db);
  const first = farNote("first", { inReplyTo: event.uri });
  const second = farNote("second", { inReplyTo: first.id, cc: [event.uri] });
  const outcomes = await times(6, (index) => {
    const object = index % 2 ? first : second;
    return hear(connection.db, { type: "Create", actor: object.attributedTo, object });
  });
  expect(new Set(outcomes)).toEqual(new Set(["handled"]));
  const said = (await connection.db.select().from(comments)).filter(({ eventId }) => eventId === event.id);
  expect(said.map(({ uri }) => uri).sort()).toEqual([first.id, second.id].sort());
});
