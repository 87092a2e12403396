import type { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { type Manifest, partOfTable } from "./manifest";
import type { Archive } from "./read-archive";
import { listTables, quoted, quotedColumns, type Table } from "./tables";

/**
 * Puts the rows of a backup in the place of all that is there, in one transaction: whatever happens, the database
 * holds the one or the other. Keys to other tables are checked when all rows are there. Jobs that were under way begin anew.
 */
export async function loadDatabase(sql: Sql, { manifest, read }: Archive): Promise<void> {
  await sql.begin(async (tx) => {
    const tables = await listTables(tx);
    for (const { name } of manifest.tables)
      if (!tables.some((table) => table.name === name))
        throw new Error(`The backup has a table ${name}, which is unknown here.`);
    const foreignKeys = await dropForeignKeys(tx, tables);
    await tx.unsafe(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`);
    for (const { name } of tables) await tx.unsafe(`alter table ${quoted(name)} disable trigger user`);
    for (const table of manifest.tables) await loadTable(tx, table, await read(partOfTable(table.name)));
    await setSequences(tx, manifest);
    for (const { name } of tables) await tx.unsafe(`alter table ${quoted(name)} enable trigger user`);
    for (const { table, name, definition } of foreignKeys)
      await tx.unsafe(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    await tx`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs where locked_by is not null))`;
  });
}

type ForeignKey = { table: string; name: string; definition: string };

/** Tables refer to each other in circles: no order of loading would suit them all. */
async function dropForeignKeys(tx: TransactionSql, tables: Table[]): Promise<ForeignKey[]> {
  const keys = await tx<ForeignKey[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conrelid = any(${tables.map(({ name }) => quoted(name))}::regclass[])
    order by oid`;
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${quoted(name)}`);
  return keys;
}

async function loadTable(
  tx: TransactionSql,
  table: Manifest["tables"][number],
  rows: Readable,
): Promise<void> {
  if (table.rows === 0) return;
  await copyIn(tx, `copy ${quoted(table.name)} (${quotedColumns(table)}) from stdin`, rows);
  const [found] = await tx<{ rows: number }[]>`
    select count(*)::int as rows from ${tx.unsafe(quoted(table.name))}`;
  if (found?.rows !== table.rows)
    throw new Error(`${table.name} holds ${found?.rows} rows instead of ${table.rows}.`);
}

/**
 * The driver's stream never tells its end where PostgreSQL refuses after the last byte. So that is not waited for:
 * the next statement of the transaction is answered after it, and fails if it failed.
 */
async function copyIn(tx: TransactionSql, statement: string, rows: Readable): Promise<void> {
  const sink = await tx.unsafe(statement).writable();
  sink.on("error", () => {}); // told by the write that it hits
  for await (const chunk of rows)
    await new Promise<void>((settle, fail) => {
      sink.write(chunk, (error) => (error ? fail(error) : settle()));
    });
  sink.end();
  await turn();
}

/** Not setval(), which a transaction that is rolled back leaves as it is. */
async function setSequences(tx: TransactionSql, { sequences }: Manifest): Promise<void> {
  for (const { name, next } of sequences)
    await tx.unsafe(`alter sequence ${quoted(name)} restart with ${BigInt(next)}`);
}
