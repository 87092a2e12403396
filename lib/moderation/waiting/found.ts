import { env } from "@/lib/core/env";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { hitsOf, type Scope, spokenOf } from "@/lib/safety/rules";

/** What the rules find in something that waits, as they are now. Nothing: it waits for another reason, or they were changed. */
export type Found = { patterns: string[]; hasLinks: boolean };

/**
 * `isLocal`: its author is of here. How old the account behind it is plays no part: that would tell moderators something of
 * an account whose identities they do not know.
 */
export function findIn(
  settings: SafetySettings,
  { isLocal, ...words }: { scope: Scope; text: string; html: string; isLocal: boolean },
): Found {
  const accountDays = isLocal ? Number.POSITIVE_INFINITY : null;
  const hits = hitsOf(settings, { ...words, accountDays }, env().ORIGIN);
  return {
    patterns: spokenOf(settings, hits).map(({ pattern }) => pattern),
    hasLinks: hits.some(({ kind }) => kind === "many_links"),
  };
}
