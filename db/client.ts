import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

type NoSchema = Record<string, never>;

/** The database or a transaction on it: commands must not care which of the two they were given. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

export type Connection = { db: Database; sql: Sql; close(): Promise<void> };

/** Opens a pool. `max` connections; a statement may take 30 s, a transaction may idle for 60 s. */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connection: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
  const db = drizzle(sql, { casing: "snake_case" });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}
