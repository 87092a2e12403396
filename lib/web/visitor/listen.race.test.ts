import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { dropPages } from "@/lib/journal/drop-pages";
import { beginReading, endReading, findKept, keepPage, keptPages } from "./kept-pages";
import { pagesAreCurrent, startPageListener } from "./listen";

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;
let listener: Awaited<ReturnType<typeof startPageListener>>;

beforeEach(async () => {
  database = await createDatabase();
  connection = connect(database.url);
  listener = await startPageListener(connection.sql);
});

afterEach(async () => {
  await listener.stop();
  await connection.close();
  await database.drop();
});

function keep(key: string, tags: string[]) {
  const reading = beginReading();
  endReading(reading);
  keepPage(
    key,
    { nextKey: key, value: { kind: "FETCH" } as never, tags, bytes: 1, until: Number.POSITIVE_INFINITY },
    reading,
  );
}

describe("the page listener", () => {
  test("drops what a committed transaction changed, before pagesAreCurrent resolves", async () => {
    keep("/a", ["event:a"]);
    keep("/b", ["event:b"]);

    await connection.db.transaction((db) => dropPages({ db }, ["event:a", "upcoming"]));
    await pagesAreCurrent(connection.sql);

    expect(findKept("/a")).toBeNull();
    expect(findKept("/b")).not.toBeNull();
  });

  test("drops nothing for a transaction that was rolled back", async () => {
    keep("/a", ["event:a"]);

    const failing = connection.db.transaction(async (db) => {
      await dropPages({ db }, ["event:a"]);
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await pagesAreCurrent(connection.sql);

    expect(findKept("/a")).not.toBeNull();
  });

  test("makes an action wait for a rendering that has read older data", async () => {
    const rendering = beginReading();
    await connection.db.transaction((db) => dropPages({ db }, ["event:a"]));

    let isCurrent = false;
    const waiting = pagesAreCurrent(connection.sql).then(() => {
      isCurrent = true;
    });
    await sleep(100);
    expect(isCurrent).toBe(false);
    endReading(rendering);
    await waiting;
  });

  test("drops everything and listens again when the connection was lost", async () => {
    keep("/a", ["event:a"]);

    await connection.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`;

    await vi.waitFor(() => expect(findKept("/a")).toBeNull(), 5_000);
    await vi.waitFor(() => expect(keptPages().listening).toBe(true), 15_000);
    keep("/a", ["event:a"]);
    await connection.db.transaction((db) => dropPages({ db }, ["event:a"]));
    await pagesAreCurrent(connection.sql);
    expect(findKept("/a")).toBeNull();
  });

  test("keeps nothing any more when it does not hear itself", async () => {
    keep("/a", ["event:a"]);
    const deaf = { notify: async () => undefined } as never;

    await pagesAreCurrent(deaf);

    expect(findKept("/a")).toBeNull();
    expect(keptPages().listening).toBe(false);
  });
});
