import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { instanceName, rememberName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { rememberAccents } from "@/lib/core/look/in-use";
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
  /** Whether there is anything that people agree to when they sign up. */
  hasTerms: boolean;
  hasRules: boolean;
  /** Never empty. */
  name: string;
  /** In the languages that it was written in. */
  shortDescription: Partial<Record<Locale, string>>;
  /** A mail address or a page; empty: not told. */
  contact: string;
  /** Whoever agreed before then is asked again; null: nobody ever was. */
  agreeSince: Date | null;
  look: InstanceLook;
};

export async function readFrame(db: Database): Promise<InstanceFrame> {
  const [row] = await frame(db).execute({});
  const isForFew = row?.mode === "closed" || row?.mode === "invitation";
  const look = { ...ours, ...row?.look };
  rememberName(row?.name ?? "");
  rememberAccents(look);
  return {
    takesAccounts: !isForFew,
    hasTerms: row?.hasTerms ?? false,
    hasRules: row?.hasRules ?? false,
    name: instanceName(),
    shortDescription: row?.shortDescription ?? {},
    contact: row?.contact ?? "",
    agreeSince: row?.agreeSince ? new Date(row.agreeSince) : null,
    look,
  };
}

const ours: InstanceLook = { accentLight: null, accentDark: null, logo: null, logoDark: null, icon: null };

const frame = prepared((db) => {
  const { data, only } = instanceSettings;
  return db
    .select({
      mode: sql<string | null>`${data} ->> 'registration'`,
      hasTerms: sql<boolean>`coalesce(${data} #>> '{terms,mode}', 'none') <> 'none'`,
      hasRules: sql<boolean>`jsonb_path_exists(${data}, '$.rules.* ? (@ <> "")')`,
      name: sql<string | null>`${data} ->> 'name'`,
      shortDescription: sql<Partial<Record<Locale, string>> | null>`${data} -> 'shortDescription'`,
      contact: sql<string | null>`${data} ->> 'contact'`,
      agreeSince: sql<string | null>`${data} ->> 'agreeSince'`,
      look: sql<Partial<InstanceLook>>`jsonb_strip_nulls(jsonb_build_object(
        'accentLight', ${data} -> 'accentLight', 'accentDark', ${data} -> 'accentDark', 'logo', ${data} -> 'logo',
        'logoDark', ${data} -> 'logoDark', 'icon', ${data} -> 'icon'))`,
    })
    .from(instanceSettings)
    .where(eq(only, true))
    .prepare("instance_frame");
});
