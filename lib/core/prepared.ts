import type { Database } from "@/db/client";

/**
 * A query that is written once and not at every call, for what every page asks. PostgreSQL keeps its plan too, and
 * answers in one round trip instead of two. Kept for each database, as a transaction is another one.
 */
export function prepared<Query>(write: (db: Database) => Query): (db: Database) => Query {
  const written = new WeakMap<Database, Query>();
  return (db) => {
    const query = written.get(db) ?? write(db);
    written.set(db, query);
    return query;
  };
}
