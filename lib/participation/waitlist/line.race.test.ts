import { randomBytes } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { type Participation, participations } from "@/db/schema/participations";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent } from "@/db/testing/factories";
import { type Context, inTransaction } from "@/lib/core/context";
import { joinEvent } from "../join";
import { leaveEvent } from "../leave";

const CONNECTIONS = 20;
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: CONNECTIONS });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

describe("500 people who come at the same moment for 100 places", () => {
  test.each([
    ["in turns, as one process does", joinEvent],
    ["alone, as many processes do", joinAlone],
  ])(
    "100 are in, 400 wait in the order in which they came, nobody is lost or there twice: %s",
    async (_how, join) => {
      const { db } = connection;
      const event = await createEvent(db, { capacity: 100 });
      const people = await createPeople(db, 500);

      const joined = await Promise.all(people.map((id) => join(actingAs(db, id), { eventId: event.id })));

      expect(new Set(joined.map(({ actorId }) => actorId))).toEqual(new Set(people));
      const rows = await rowsOf(db, event.id);
      expect(rows).toHaveLength(500);
      expect(rows.filter(({ status }) => status === "approved")).toHaveLength(100);
      const line = rows.filter(({ status }) => status === "waitlisted");
      expect(line.map(({ waitRank }) => waitRank)).toEqual(
        Array.from({ length: 400 }, (_, index) => index + 1),
      );
      const arrivals = await arrivalsOf(db, event.id);
      expect(arrivals.slice(100)).toEqual(line.map(({ id }) => id));
    },
  );

  test("places that free meanwhile go to the first in line, each to one", async () => {
    const { db } = connection;
    const event = await createEvent(db, { capacity: 20 });
    const first = await createPeople(db, 60);
    for (const id of first) await joinEvent(actingAs(db, id), { eventId: event.id });
    const later = await createPeople(db, 40);

    await Promise.all([
      ...first.slice(0, 10).map((id) => leaveEvent(actingAs(db, id), event.id)),
      ...later.map((id) => joinEvent(actingAs(db, id), { eventId: event.id })),
    ]);

    const rows = await rowsOf(db, event.id);
    const going = rows.filter(({ status }) => status === "approved").map(({ actorId }) => actorId);
    expect(new Set(going)).toEqual(new Set(first.slice(10, 30)));
    const waiting = rows.filter(({ status }) => status === "waitlisted").map(({ actorId }) => actorId);
    expect(waiting.slice(0, 30)).toEqual(first.slice(30));
    expect(waiting).toHaveLength(70);
  });
});

function joinAlone(ctx: Context, input: { eventId: string }): Promise<Participation> {
  return inTransaction(ctx, (tx) => joinEvent(tx, input));
}

/** Ids of identities that have no account: nobody is written to. */
async function createPeople(db: Database, count: number): Promise<string[]> {
  const rows: ActorRow[] = await db
    .insert(actors)
    .values(
      Array.from({ length: count }, () => `p_${randomBytes(8).toString("hex")}`).map((handle) => ({
        kind: "person" as const,
        handle,
        name: handle,
        uri: `http://localhost:3000/@${handle}`,
      })),
    )
    .returning();
  return rows.map(({ id }) => id);
}

/** Those who wait in the order of the line, after the others. */
function rowsOf(db: Database, eventId: string): Promise<Participation[]> {
  return db
    .select()
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .orderBy(sql`${participations.waitRank} nulls first`, asc(participations.createdAt));
}

/** Ids of participations in the order in which they were acknowledged. */
async function arrivalsOf(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ id: sql<string>`${journal.payload} ->> 'participationId'` })
    .from(journal)
    .where(and(sql`${journal.payload} ->> 'eventId' = ${eventId}`))
    .orderBy(asc(journal.id));
  return rows.map(({ id }) => id);
}
