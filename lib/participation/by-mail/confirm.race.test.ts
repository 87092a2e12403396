import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { createDatabase } from "@/db/testing/database";
import { createEvent, createParticipation, now } from "@/db/testing/factories";
import { kindsOf } from "@/lib/events/testing/facts";
import { confirmByMail } from "./confirm";
import { registerByMail } from "./register";
import { confirmToken } from "./testing/tokens";

let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: 10 });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("who answers many times at once is written down once, and confirmed once", async () => {
  const { id: eventId } = await createEvent(connection.db);
  const answer = { eventId, email: "grace@example.org", name: "Grace", answer: "going" } as const;
  const typed = { ...answer, locale: "en", zone: "Europe/Paris" } as const;
  await Promise.all(tenTimes(() => registerByMail(visitor(), typed)));
  const rows = await connection.db.select().from(participations).where(eq(participations.eventId, eventId));
  expect(rows).toMatchObject([{ status: "unconfirmed" }]);

  const token = confirmToken(rows[0]!.id);
  const confirmed = await Promise.all(tenTimes(() => confirmByMail(visitor(), token)));
  for (const one of confirmed) expect(one).toMatchObject({ status: "approved" });
  const facts = await kindsOf(connection.db, eventId);
  expect(facts.filter((kind) => kind === "participation.approved")).toHaveLength(1);
});

test("the last place goes to one of ten who confirm at the same moment", async () => {
  const event = await createEvent(connection.db, { capacity: 1 });
  const waiting = await Promise.all(
    tenTimes((index) => {
      const email = `person${index}@example.org`;
      return createParticipation(connection.db, event, {
        email,
        status: "unconfirmed",
        createdAt: now,
      });
    }),
  );
  await Promise.all(waiting.map(({ id }) => confirmByMail(visitor(), confirmToken(id))));
  const rows = await connection.db.select().from(participations).where(eq(participations.eventId, event.id));
  const ranks = rows.map(({ waitRank }) => waitRank).sort((a, b) => (a ?? 0) - (b ?? 0));
  expect(ranks).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

function visitor() {
  return { db: connection.db, actor: { kind: "anonymous" as const }, now };
}

function tenTimes<T>(once: (index: number) => T): T[] {
  return Array.from({ length: 10 }, (_, index) => once(index));
}
