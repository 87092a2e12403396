import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { prepared } from "@/lib/core/prepared";
import type { InstanceSettings } from "./settings";

/** How the server looks, where administrators chose that. */
export type InstanceLook = Pick<
  InstanceSettings,
  "accentLight" | "accentDark" | "logo" | "logoDark" | "icon"
>;

/** What the frame of every page must know of the settings: no texts, since it is asked at every member's page. */
export type InstanceFrame = {
  /** Whether everybody may at least ask for an account. */
  takesAccounts: boolean;
  hasTerms: boolean;
  look: InstanceLook;
};

export async function readFrame(db: Database): Promise<InstanceFrame> {
  const [row] = await frame(db).execute({});
  const isForFew = row?.mode === "closed" || row?.mode === "invitation";
  return { takesAccounts: !isForFew, hasTerms: row?.hasTerms ?? false, look: { ...ours, ...row?.look } };
}

const ours: InstanceLook = { accentLight: null, accentDark: null, logo: null, logoDark: null, icon: null };

const frame = prepared((db) => {
  const { data, only } = instanceSettings;
  return db
    .select({
      mode: sql<string | null>`${data} ->> 'registration'`,
      hasTerms: sql<boolean>`coalesce(${data} ->> 'terms', '') <> ''`,
      look: sql<Partial<InstanceLook>>`jsonb_strip_nulls(jsonb_build_object(
        'accentLight', ${data} -> 'accentLight', 'accentDark', ${data} -> 'accentDark', 'logo', ${data} -> 'logo',
        'logoDark', ${data} -> 'logoDark', 'icon', ${data} -> 'icon'))`,
    })
    .from(instanceSettings)
    .where(eq(only, true))
    .prepare("instance_frame");
});
