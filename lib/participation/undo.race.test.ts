import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { approveParticipations } from "./decide";
import { joinEvent } from "./join";
import { undoDecisions } from "./undo";

let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: 20 });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("decisions about many, ways back and people who join meanwhile never give a place twice", async () => {
  const { db } = connection;
  const event = await createEvent(db, { capacity: 20 });
  const asking = await Promise.all(Array.from({ length: 40 }, () => createParticipation(db, event)));
  const people = await Promise.all(Array.from({ length: 20 }, () => createIdentity(db)));
  const host = actingAs(db, event.organizerId);
  const decide = async (nth: number) => {
    const chosen = asking.slice(nth * 10, nth * 10 + 10).map(({ id }) => id);
    const now = new Date(host.now.getTime() + nth);
    await approveParticipations({ ...host, now }, { eventId: event.id, participationIds: chosen });
    if (nth % 2 === 0) await undoDecisions(host, { eventId: event.id, decidedAt: now });
  };

  await Promise.all([
    ...[0, 1, 2, 3].map(decide),
    ...people.map(({ id }) => joinEvent(actingAs(db, id), { eventId: event.id })),
  ]);

  const rows = await db.select().from(participations).where(eq(participations.eventId, event.id));
  const held = rows.filter(({ status }) => status === "approved").length;
  const line = rows.flatMap(({ waitRank }) => (waitRank === null ? [] : [waitRank]));
  expect(rows).toHaveLength(60);
  // Somebody waits, so no place may be left empty.
  expect({ held, isFull: line.length > 0 }).toEqual({ held: 20, isFull: true });
  expect(new Set(line).size).toBe(line.length);
});
