import postgres, { type ISql, type Sql } from "postgres";

/** A table by its whole name, and the columns whose values are its own: generated ones follow from these. */
export type Table = { name: string; columns: string[] };

/** One connection that lasts, on which values read the same wherever they are written and read. */
export function connectToCopy(url: string): Sql {
  return postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: {
      client_encoding: "UTF8",
      DateStyle: "ISO, YMD",
      IntervalStyle: "postgres",
      TimeZone: "UTC",
      extra_float_digits: 1,
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
}

/** Every table of ours and of the job queue, but those that say which migrations were run. */
export async function listTables(sql: ISql): Promise<Table[]> {
  return await sql<Table[]>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
      and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by 1 order by 1`;
}

/** Also those that identity columns own. */
export async function listSequences(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select schemaname || '.' || sequencename as name from pg_sequences
    where schemaname in ('public', 'graphile_worker') order by 1`;
  return rows.map(({ name }) => name);
}

/** `name` with its schema, as it is written in a statement. */
export function quoted(name: string): string {
  return name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");
}

export function quotedColumns({ columns }: Table): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ");
}
