import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { prepared } from "@/lib/core/prepared";

/** What the frame of every page must know of the settings: no texts, since it is asked at every member's page. */
export type InstanceFrame = {
  /** Whether everybody may at least ask for an account. */
  takesAccounts: boolean;
  hasTerms: boolean;
};

export async function readFrame(db: Database): Promise<InstanceFrame> {
  const [row] = await frame(db).execute({});
  const isForFew = row?.mode === "closed" || row?.mode === "invitation";
  return { takesAccounts: !isForFew, hasTerms: row?.hasTerms ?? false };
}

const frame = prepared((db) => {
  const { data, only } = instanceSettings;
  return db
    .select({
      mode: sql<string | null>`${data} ->> 'registration'`,
      hasTerms: sql<boolean>`coalesce(${data} ->> 'terms', '') <> ''`,
    })
    .from(instanceSettings)
    .where(eq(only, true))
    .prepare("instance_frame");
});
