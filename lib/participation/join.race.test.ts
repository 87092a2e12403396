import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";
import { type Participation, participations } from "@/db/schema/participations";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { type Context, inTransaction } from "@/lib/core/context";
import { kindsOf } from "@/lib/events/testing/facts";
import { approveParticipation } from "./decide";
import { joinEvent } from "./join";
import { leaveEvent } from "./leave";

const CONNECTIONS = 50;
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: CONNECTIONS });
  await Promise.all(Array.from({ length: CONNECTIONS }, () => connection.sql`select pg_sleep(0.05)`));
});

afterAll(async () => {
  await connection.close();
  await drop();
});

describe("the last place", () => {
  test("goes to one of 50 who join at the same moment", async () => {
    const { db } = connection;
    const event = await createEvent(db, { capacity: 1, waitlist: "closed" });
    const people = await Promise.all(Array.from({ length: 50 }, () => createIdentity(db)));

    const results = await Promise.allSettled(
      people.map(({ id }) => joinAlone(actingAs(db, id), { eventId: event.id, message: "" })),
    );

    await expectOneWinner(db, event.id, results);
  });

  test("goes to one of 50 who are let in at the same moment", async () => {
    const { db } = connection;
    const event = await createEvent(db, { capacity: 1, joinMode: "approval", waitlist: "closed" });
    const waiting = await Promise.all(Array.from({ length: 50 }, () => createParticipation(db, event)));

    const results = await Promise.allSettled(
      waiting.map(({ id }) => approveParticipation(actingAs(db, event.organizerId), id)),
    );

    await expectOneWinner(db, event.id, results);
  });

  test("goes to one of 25 who join and 25 who are let in at the same moment", async () => {
    const { db } = connection;
    const event = await createEvent(db, { capacity: 3, waitlist: "closed" });
    await Promise.all([1, 2].map(() => createParticipation(db, event, { status: "approved" })));
    const waiting = await Promise.all(Array.from({ length: 25 }, () => createParticipation(db, event)));
    const people = await Promise.all(Array.from({ length: 25 }, () => createIdentity(db)));

    const results = await Promise.allSettled(
      people.flatMap(({ id }, index) => [
        joinAlone(actingAs(db, id), { eventId: event.id, message: "" }),
        approveParticipation(actingAs(db, event.organizerId), waiting[index]!.id),
      ]),
    );

    await expectOneWinner(db, event.id, results, { taken: 3 });
  });
});

describe("one identity at two windows", () => {
  test("joins once", async () => {
    const { db } = connection;
    const event = await createEvent(db);
    const grace = actingAs(db, (await createIdentity(db)).id);

    const joining = Array.from({ length: 20 }, () => joinAlone(grace, { eventId: event.id, message: "" }));
    const joined = await Promise.all(joining);

    expect(new Set(joined.map(({ id }) => id)).size).toBe(1);
    expect(await countApproved(db, event.id)).toBe(1);
    expect(await kindsOf(db, event.id)).toEqual(["participation.approved"]);
  });

  test("never comes and stays away at once", async () => {
    const { db } = connection;
    const event = await createEvent(db, { capacity: 1, waitlist: "closed" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 ? leaveEvent(grace, event.id) : joinAlone(grace, { eventId: event.id, message: "" }),
      ),
    );

    const facts = await kindsOf(db, event.id);
    const expected = facts.map((_, index) => (index % 2 ? "participation.left" : "participation.approved"));
    expect(facts).toEqual(expected);
    expect(await countApproved(db, event.id)).toBe(facts.length % 2);
  });
});

/** As processes do that know nothing of each other: not in turns. */
function joinAlone(ctx: Context, input: { eventId: string; message: string }): Promise<Participation> {
  return inTransaction(ctx, (tx) => joinEvent(tx, input));
}

async function expectOneWinner(
  db: Database,
  eventId: string,
  results: PromiseSettledResult<Participation>[],
  { taken = 1 } = {},
) {
  const losers = results.filter((result) => result.status === "rejected");
  expect(results.length - losers.length).toBe(1);
  expect(new Set(losers.map(({ reason }) => reason.reason))).toEqual(new Set(["event_full"]));
  expect(await countApproved(db, eventId)).toBe(taken);
  expect(await kindsOf(db, eventId)).toEqual(["participation.approved"]);
}

async function countApproved(db: Database, eventId: string) {
  const approved = and(eq(participations.eventId, eventId), eq(participations.status, "approved"));
  const [row] = await db.select({ total: count() }).from(participations).where(approved);
  return row!.total;
}
