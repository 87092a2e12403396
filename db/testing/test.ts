import { test as base } from "vitest";
import { type Connection, connect, type Database } from "../client";
import { createDatabase } from "./database";
import { turnUnordered } from "./unordered";

class Rollback extends Error {}

/**
 * A test on a real database: everything it does happens in one transaction that is rolled back. All files of a process
 * share that database; `connection` is to one that the file may write to.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are needed
  .extend("shared", { scope: "worker" }, async ({}, { onCleanup }) => connectToOwn(onCleanup))
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend("connection", { scope: "file" }, async ({}, { onCleanup }) => connectToOwn(onCleanup))
  .extend("db", async ({ shared }, { onCleanup }): Promise<Database> => {
    const finished = Promise.withResolvers<void>();
    const { db, transaction } = await open(shared, finished.promise);
    onCleanup(async () => {
      finished.resolve();
      await transaction;
    });
    return db;
  });

async function connectToOwn(onCleanup: (cleanUp: () => Promise<void>) => void): Promise<Connection> {
  const { url, drop } = await createDatabase();
  const connection = connect(url, { max: 4 });
  turnUnordered(connection.sql);
  onCleanup(async () => {
    await connection.close();
    await drop();
  });
  return connection;
}

/** Opens a transaction that ends, rolled back, when `finished` is settled. */
async function open(connection: Connection, finished: Promise<void>) {
  const opened = Promise.withResolvers<Database>();
  const transaction = connection.db
    .transaction(async (tx) => {
      opened.resolve(tx);
      await finished;
      throw new Rollback();
    })
    .catch((error) => {
      if (!(error instanceof Rollback)) throw error;
    });
  return { db: await opened.promise, transaction };
}
