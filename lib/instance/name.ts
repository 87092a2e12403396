import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { rememberName } from "@/lib/core/instance-name";
import { prepared } from "@/lib/core/prepared";

/**
 * Lets this process know what the server is called, for letters and documents, which do not wait for it
 * (lib/core/instance-name.ts). Asked before every job and command; what was heard holds for 2 seconds.
 */
export async function hearName(db: Database): Promise<void> {
  if ((heard.get(db) ?? 0) > Date.now()) return;
  const [row] = await name(db).execute({});
  rememberName(row?.name ?? "");
  heard.set(db, Date.now() + REMEMBERED_MS);
}

const heard = new WeakMap<Database, number>();
const REMEMBERED_MS = 2_000;

const name = prepared((db) =>
  db
    .select({ name: sql<string | null>`${instanceSettings.data} ->> 'name'` })
    .from(instanceSettings)
    .prepare("instance_name"),
);
