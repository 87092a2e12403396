import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Sql } from "postgres";
import { z } from "zod";
import { version } from "@/lib/core/version";
import { SECRETS } from "./manifest";
import { pictureParts } from "./place-files";
import type { Archive } from "./read-archive";
import { knowsMigrations } from "./schema";
import { listTables, quoted } from "./tables";

const kept = z.object({ secret: z.string().min(32) });

/** Refuses a backup that this Carillon, with these settings, could not live with. */
export async function refuseUnfit({ manifest, paths, read }: Archive, SECRET?: string): Promise<void> {
  if (!knowsMigrations(manifest.migrations))
    throw new Error(
      `The backup is of Carillon ${manifest.version}, and this one, ${version}, does not know its tables. ` +
        "Restore it with the version that made it, or a newer one. Nothing was changed.",
    );
  pictureParts(paths);
  const { secret } = kept.parse(JSON.parse(await text(await read(SECRETS))));
  if (SECRET && SECRET !== secret)
    throw new Error(
      "The setting SECRET is not the one that the backup was sealed with. Set that one, or none: " +
        "then it is kept in the data directory. Nothing was changed.",
    );
}

/** Refuses where something would be lost. What a start makes by itself, such as the secret, is something too. */
export async function refuseUnlessEmpty(sql: Sql, dataDir: string): Promise<void> {
  const found = (await findRows(sql)) ?? findFile(dataDir);
  if (found)
    throw new Error(
      `${found}. To put the backup in the place of all that, add --replace. Nothing was changed.`,
    );
}

async function findRows(sql: Sql): Promise<string | null> {
  for (const { name } of await listTables(sql)) {
    if (!name.startsWith("public.")) continue;
    const [row] = await sql`select 1 from ${sql.unsafe(quoted(name))} limit 1`;
    if (row) return `The database is not empty (there are rows in ${name.slice("public.".length)})`;
  }
  return null;
}

function findFile(dataDir: string): string | null {
  if (existsSync(join(dataDir, SECRETS))) return `The data directory is not empty (there is ${SECRETS})`;
  const media = join(dataDir, "media");
  if (existsSync(media) && readdirSync(media).length > 0)
    return "The data directory is not empty (there are pictures)";
  return null;
}
