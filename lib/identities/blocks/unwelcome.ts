import type { AnyColumn } from "drizzle-orm";
import { and, eq, exists, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { blockedDomains, blocks, mutedWords } from "@/db/schema/blocks";
import { prepared } from "@/lib/core/prepared";
import type { Face } from "../queries";

/**
 * Whom an identity does not come across in lists, and what it does not read unasked: those whom it blocks or mutes,
 * those who block it, servers, and words as they were typed. `self`: it reads its own words whatever they contain.
 */
export type Unwelcome = { self?: string; ids: string[]; domains: string[]; words: string[] };

/** Of visitors, whose pages are the same for all. */
export const noneUnwelcome: Unwelcome = { ids: [], domains: [], words: [] };

/** Read once for a page, so that lists of those who block nobody ask for nothing more. */
export async function findUnwelcome(db: Database, actorId: string, now: Date): Promise<Unwelcome> {
  const [found] = await unwelcome(db).execute({ actorId, now: now.toISOString() });
  return found ? { self: actorId, ...found } : noneUnwelcome;
}

/** For queries: not by any of them. Undefined where there is none. `domain` is null for those of this server. */
export function notOf(
  { ids, domains }: Unwelcome,
  by: { actorId: AnyColumn | SQL; domain: AnyColumn | SQL },
): SQL | undefined {
  const isOther = sql`${by.actorId} <> all(${`{${ids.join()}}`}::uuid[])`;
  const isElsewhere = sql`(${by.domain} is null or ${by.domain} <> all(${listed(domains)}::text[]))`;
  return and(ids.length > 0 ? isOther : undefined, domains.length > 0 ? isElsewhere : undefined);
}

/** The same for one who is known already. */
export function isUnwelcome(
  { ids, domains }: Unwelcome,
  { id, domain }: Pick<Face, "id" | "domain">,
): boolean {
  return ids.includes(id) || (domain !== null && domains.includes(domain));
}

/** For queries: identities that do not want to hear of an actor, since they block or mute it or its server. */
export function deafTo(db: Database, actorId: string, identity: AnyColumn): SQL {
  const own = and(eq(blocks.blockerId, identity), eq(blocks.blockedId, actorId));
  const itsServer = db.select({ domain: actors.domain }).from(actors).where(eq(actors.id, actorId));
  const server = and(eq(blockedDomains.blockerId, identity), eq(blockedDomains.domain, sql`(${itsServer})`));
  const one = { one: sql`1` };
  return or(
    exists(db.select(one).from(blocks).where(own)),
    exists(db.select(one).from(blockedDomains).where(server)),
  )!;
}

/** As PostgreSQL writes a list: names of servers hold neither quotes nor backslashes. */
function listed(domains: string[]): string {
  return `{${domains.map((domain) => `"${domain}"`).join()}}`;
}

const unwelcome = prepared((db) => {
  const actorId = sql`${sql.placeholder("actorId")}::text::uuid`;
  const own = db.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.blockerId, actorId));
  const isBlocked = and(eq(blocks.blockedId, actorId), eq(blocks.kind, "block"));
  const others = db.select({ id: blocks.blockerId }).from(blocks).where(isBlocked);
  const servers = db
    .select({ domain: blockedDomains.domain })
    .from(blockedDomains)
    .where(eq(blockedDomains.blockerId, actorId));
  const isMuted = or(
    isNull(mutedWords.until),
    gt(mutedWords.until, sql`${sql.placeholder("now")}::text::timestamptz`),
  );
  const words = db
    .select({ word: mutedWords.word })
    .from(mutedWords)
    .where(and(eq(mutedWords.actorId, actorId), isMuted));
  return db
    .select({
      ids: sql<string[]>`to_json(array(${own} union ${others}))`,
      domains: sql<string[]>`to_json(array(${servers}))`,
      words: sql<string[]>`to_json(array(${words}))`,
    })
    .from(actors)
    .where(eq(actors.id, actorId))
    .prepare("unwelcome");
});
