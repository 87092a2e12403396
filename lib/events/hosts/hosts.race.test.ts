import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { acceptHosting } from "./answer";
import { handOver } from "./hand-over";
import { inviteHost } from "./invite";
import { leaveHosting } from "./leave";
import { removeHost } from "./remove";
import { createHost, createInvited, hostsOf } from "./testing/hosting";

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

describe("at the same moment", () => {
  test("an event is handed over, or the heir removed, but never goes to somebody who does not host", async () => {
    const { db } = connection;
    for (let round = 0; round < 10; round++) {
      const event = await createEvent(db);
      const heir = await createHost(db, event);
      const ada = actingAs(db, event.organizerId);
      const both = { eventId: event.id, actorId: heir.id };

      const [handed, removed] = await Promise.allSettled([handOver(ada, both), removeHost(ada, both)]);

      const { organizerId, hostIds, accepted } = await hostsOf(db, event.id);
      expect(hostIds).toEqual(accepted);
      expect([handed.status, removed.status].sort()).toEqual(["fulfilled", "rejected"]);
      if (handed.status === "fulfilled")
        expect([organizerId, hostIds]).toEqual([heir.id, [event.organizerId]]);
      else expect([organizerId, hostIds]).toEqual([event.organizerId, []]);
    }
  });

  test("an event is handed over while its heir leaves: somebody always organises it", async () => {
    const { db } = connection;
    for (let round = 0; round < 10; round++) {
      const event = await createEvent(db);
      const heir = await createHost(db, event);
      await Promise.allSettled([
        handOver(actingAs(db, event.organizerId), { eventId: event.id, actorId: heir.id }),
        leaveHosting(actingAs(db, heir.id), event.id),
      ]);
      const { organizerId, hostIds, accepted } = await hostsOf(db, event.id);
      expect(hostIds).toEqual(accepted);
      expect(hostIds).not.toContain(organizerId);
    }
  });

  test("many accept, and all of them host", async () => {
    const { db } = connection;
    const event = await createEvent(db);
    const asked = await Promise.all(Array.from({ length: 10 }, () => createInvited(db, event)));
    await Promise.all(asked.flatMap(({ id }) => [1, 2].map(() => acceptHosting(actingAs(db, id), event.id))));
    const { hostIds } = await hostsOf(db, event.id);
    expect([...hostIds].sort()).toEqual(asked.map(({ id }) => id).sort());
  });

  test("twenty are asked, and ten invitations go out", async () => {
    const { db } = connection;
    const event = await createEvent(db);
    const people = await Promise.all(Array.from({ length: 20 }, () => createIdentity(db)));
    await Promise.allSettled(
      people.map(({ handle }) => inviteHost(actingAs(db, event.organizerId), { eventId: event.id, handle })),
    );
    expect((await hostsOf(db, event.id)).invited).toHaveLength(10);
  });
});
