import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { createEvent } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { participantRows } from "./rows";

/** So many by e-mail, every third of them in line, all of the same instant, so that ids alone tell them apart. */
async function settle(db: Database, many: number) {
  const event = await createEvent(db);
  await db.execute(sql`
    insert into participations (id, event_id, email, name, status, wait_rank, uri)
    select gen_random_uuid(), ${event.id}, n || '@example.org', 'Name ' || n,
      (case when n % 3 = 0 then 'waitlisted' else 'approved' end)::participation_status,
      case when n % 3 = 0 then ${many} - n end, 'join:' || n
    from generate_series(1, ${many}::int) as n`);
  return event;
}

describe("participantRows", () => {
  test("reads everybody once, one standing after the other, the line in its order", async ({ db }) => {
    const event = await settle(db, 2100);
    const statuses = ["approved", "waitlisted"] as const;
    const names: string[] = [];
    for await (const { name } of participantRows(db, {
      eventId: event.id,
      statuses: [...statuses],
      text: "",
    }))
      names.push(name);

    const numbers = Array.from({ length: 2100 }, (_, index) => index + 1);
    const line = numbers.filter((n) => n % 3 === 0).reverse();
    expect(new Set(names.slice(0, 1400))).toEqual(
      new Set(numbers.filter((n) => n % 3 !== 0).map((n) => `Name ${n}`)),
    );
    expect(names.slice(1400)).toEqual(line.map((n) => `Name ${n}`));
  });

  test("reads no further than it is listened to", async ({ db }) => {
    const event = await settle(db, 2100);
    let reads = 0;
    const counting = new Proxy(db, {
      get(target, key) {
        if (key === "select") reads++;
        const value = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const rows = participantRows(counting, { eventId: event.id, statuses: ["approved"], text: "" });
    await rows.next();
    const perPage = reads;
    for (let read = 1; read < 500; read++) await rows.next();
    expect(reads).toBe(perPage);
    await rows.next();
    expect(reads).toBe(2 * perPage);
    await rows.return(undefined);
  });
});
