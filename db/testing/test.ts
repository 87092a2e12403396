import { test as base } from "vitest";
import { type Connection, connect, type Database } from "../client";
import { createDatabase } from "./database";

class Rollback extends Error {}

/** A test on a real database: everything it does happens in one transaction that is rolled back. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are needed
  .extend("connection", { scope: "file" }, async ({}, { onCleanup }): Promise<Connection> => {
    const { url, drop } = await createDatabase();
    const connection = connect(url, { max: 4 });
    onCleanup(async () => {
      await connection.close();
      await drop();
    });
    return connection;
  })
  .extend("db", async ({ connection }, { onCleanup }): Promise<Database> => {
    const finished = Promise.withResolvers<void>();
    const { db, transaction } = await open(connection, finished.promise);
    onCleanup(async () => {
      finished.resolve();
      await transaction;
    });
    return db;
  });

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
