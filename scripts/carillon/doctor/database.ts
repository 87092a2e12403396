import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Finding } from "./finding";

const about = "database";

/** Whether the database is one that Carillon can live with, and as this release wants it. */
export async function checkDatabase(db: Database): Promise<Finding> {
  const [row] = await db.execute<{ version: string; encoding: string; missing: string[] }>(sql`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      array(select name from unnest(array['unaccent', 'pg_trgm']) as name
        where name not in (select extname from pg_extension)) as missing`);
  return judgeDatabase({ ...row!, behind: await countBehind(db) });
}

type Observed = { version: string; encoding: string; missing: string[]; behind: number };

/** `behind`: changes of the schema that are still to be made. */
export function judgeDatabase({ version, encoding, missing, behind }: Observed): Finding {
  const text = `PostgreSQL ${version}, ${encoding}.`;
  const fail = (why: string, todo: string): Finding => ({
    about,
    state: "fail",
    text: `${text} ${why}`,
    todo,
  });
  if (Number.parseInt(version, 10) < 15) return fail("That is too old.", "Use PostgreSQL 15 or newer.");
  if (encoding !== "UTF8") return fail("It cannot hold all letters.", "Make a database with UTF8.");
  if (behind > 0) {
    return {
      ...{ about, state: "warn", text: `${text} It is ${behind} changes behind this release.` },
      todo: "Start Carillon: that brings it up to date.",
    };
  }
  if (missing.length > 0) {
    return fail(
      `It lacks the extensions ${missing.join(", ")}.`,
      "Install them (Debian: postgresql-contrib).",
    );
  }
  return { about, state: "ok", text };
}

async function countBehind(db: Database): Promise<number> {
  const { entries } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8"));
  const [there] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as is`);
  if (!there?.is) return entries.length;
  const [done] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  return entries.length - done!.count;
}
