import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { participations } from "@/db/schema/participations";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent, createIdentity, createRemoteActor } from "@/db/testing/factories";
import { inTransaction } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { joinEvent } from "@/lib/participation/join";
import { hear, minutesLater, newIdOf, said, tellAll } from "../testing/wire";

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

test("the last place goes to one of many of two servers and of this one, and each hears which", async () => {
  const { db } = connection;
  const event = await createEvent(db, { capacity: 1, waitlist: "closed" });
  const far = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createRemoteActor(db, { domain: index % 2 === 0 ? "far.example" : "wide.example" }),
    ),
  );
  const near = await Promise.all(Array.from({ length: 5 }, () => createIdentity(db)));

  const opened = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = inTransaction(actingAs(db, event.organizerId), async (tx) => {
    await lockEvent(tx.db, event.id);
    held.resolve();
    await opened.promise;
  });
  await held.promise;
  const joining = [
    ...far.map((one) => hear(db, one, { type: "Join", object: event.uri })),
    ...near.map(({ id }) =>
      joinEvent(actingAs(db, id), { eventId: event.id }).then(
        () => "handled",
        (error) => error.reason,
      ),
    ),
  ];
  opened.resolve();
  await holding;
  const outcomes = await Promise.all(joining);
  await tellAll(db);

  expect(outcomes.filter((outcome) => outcome === "handled")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "event_full")).toHaveLength(24);
  const rows = await db.select().from(participations).where(eq(participations.eventId, event.id));
  expect(rows.map(({ status }) => status)).toEqual(["approved"]);

  const heard = await said(db);
  const isFar = far.some(({ id }) => id === rows[0]!.actorId);
  expect(heard.filter(({ type }) => type === "Accept")).toHaveLength(isFar ? 1 : 0);
  expect(heard.filter(({ type }) => type === "Reject")).toHaveLength(isFar ? 19 : 20);
  expect(new Set(heard.map(({ to }) => String(to))).size).toBe(20);
});

test("words of one person that are handled at the same moment count as they were said", async () => {
  const { db } = connection;
  const event = await createEvent(db);
  const people = await Promise.all(Array.from({ length: 10 }, () => createRemoteActor(db)));
  const published = (minutes: number) => ({ published: minutesLater(minutes).toISOString(), minutes: 10 });
  await Promise.all(
    people.flatMap((one) => {
      const id = newIdOf(one);
      return [
        hear(db, one, { type: "Leave", object: event.uri, ...published(2) }),
        hear(db, one, { type: "Join", id, object: event.uri, ...published(1) }),
        hear(db, one, { type: "Join", id, object: event.uri, ...published(1) }),
      ];
    }),
  );
  const ids = people.map(({ id }) => id);
  const rows = await db.select().from(participations).where(inArray(participations.actorId, ids));
  expect(rows.map(({ status }) => status)).toEqual(people.map(() => "left"));
  const joins = and(inArray(journal.actorId, ids), eq(journal.kind, "participation.approved"));
  expect((await db.select().from(journal).where(joins)).length).toBeLessThanOrEqual(people.length);
});
