import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { listSequences, listTables, quoted } from "../tables";

/** Every row of every table as text, in an order of its own; constraints, triggers, and what sequences give out next. */
export async function contentsOf(url: string): Promise<Record<string, string[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { TimeZone: "UTC" } });
  try {
    const contents: Record<string, string[]> = {};
    for (const { name } of await listTables(sql)) {
      const rows = await sql`select t::text as row from ${sql.unsafe(quoted(name))} as t order by 1`;
      contents[name] = rows.map(({ row }) => row);
    }
    for (const name of await listSequences(sql)) {
      const [row] = await sql`
        select (last_value + is_called::int)::text as next from ${sql.unsafe(quoted(name))}`;
      contents[name] = [row?.next];
    }
    const constraints = await sql`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as row
      from pg_constraint where connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`;
    const triggers = await sql`
      select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text as row
      from pg_trigger where not tgisinternal order by 1`;
    contents.constraints = constraints.map(({ row }) => row);
    contents.triggers = triggers.map(({ row }) => row);
    return contents;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Every file below, by path, byte by byte. */
export function filesIn(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(directory.length + 1), readFileSync(file, "base64")]),
  );
}
