import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { rememberName } from "@/lib/core/instance-name";
import { rememberAccents } from "@/lib/core/look/in-use";
import type { Accents } from "@/lib/core/look/stylesheet";
import { prepared } from "@/lib/core/prepared";

/**
 * Lets this process know what the server is called and its colours, for letters, documents and drawn pictures, which do
 * not wait for them (lib/core/instance-name.ts, lib/core/look/in-use.ts). Asked before every job and command; what was heard holds for 2 seconds.
 */
export async function hearName(db: Database): Promise<void> {
  if ((heard.get(db) ?? 0) > Date.now()) return;
  const [row] = await name(db).execute({});
  rememberName(row?.name ?? "");
  rememberAccents({ accentLight: row?.accentLight ?? null, accentDark: row?.accentDark ?? null });
  heard.set(db, Date.now() + REMEMBERED_MS);
}

const heard = new WeakMap<Database, number>();
const REMEMBERED_MS = 2_000;

const name = prepared((db) =>
  db
    .select({
      name: sql<string | null>`${instanceSettings.data} ->> 'name'`,
      accentLight: sql<Accents["accentLight"]>`${instanceSettings.data} ->> 'accentLight'`,
      accentDark: sql<Accents["accentDark"]>`${instanceSettings.data} ->> 'accentDark'`,
    })
    .from(instanceSettings)
    .prepare("instance_name"),
);
