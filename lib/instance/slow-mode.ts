import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { prepared } from "@/lib/core/prepared";

/** Seconds that this server puts between two comments of one identity; without the rest of the settings, for pages. */
export async function readSlowMode(db: Database): Promise<number> {
  const [row] = await slowMode(db).execute({});
  return row?.seconds ?? 0;
}

const slowMode = prepared((db) =>
  db
    .select({ seconds: sql<number | null>`(${instanceSettings.data} ->> 'slowModeSeconds')::int` })
    .from(instanceSettings)
    .where(eq(instanceSettings.only, true))
    .prepare("slow_mode"),
);
