import { and, asc, desc, eq, getTableColumns, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister, canModerate } from "@/lib/instance/policy";
import type { LogFilter } from "./filter";

const ENTRIES_PER_PAGE = 50;

/** `before`: the number of the last row of the page before. */
type Page = LogFilter & { before?: number; caseId?: string; accountId?: string };

export type LogEntry = Awaited<ReturnType<typeof listLog>>["entries"][number];

/** What moderators did, the last first, and whether there is more. For moderators. */
export async function listLog(ctx: Context, page: Page, size = ENTRIES_PER_PAGE) {
  authorize(canModerate(ctx.actor));
  const actorId = await idOf(ctx, page.handle);
  const about = actorId ? eq(moderationLog.actorId, actorId) : undefined;
  const rows = actorId === null ? [] : await select(ctx, and(matching(ctx, page), about), size + 1);
  return { entries: rows.slice(0, size), hasMore: rows.length > size };
}

/** Which account was meant is for administrators: moderators ask who is behind an identity, and say why. */
function select({ db, actor }: Context, where: SQL | undefined, size: number) {
  const isAdministrator = canAdminister(actor);
  const meant = alias(accounts, "meant");
  const { accountId, ...entry } = getTableColumns(moderationLog);
  return db
    .select({
      entry,
      moderator: accounts.email,
      account: isAdministrator
        ? { id: sql<string | null>`${accountId}`, email: sql<string | null>`${meant.email}` }
        : { id: sql<null>`null`, email: sql<null>`null` },
      about: { name: actors.name, handle: actors.handle, domain: actors.domain },
    })
    .from(moderationLog)
    .leftJoin(accounts, eq(accounts.id, moderationLog.moderatorId))
    .leftJoin(meant, eq(meant.id, accountId))
    .leftJoin(actors, eq(actors.id, moderationLog.actorId))
    .where(where)
    .orderBy(desc(moderationLog.id))
    .limit(size);
}

function matching(
  { db }: Context,
  { accountId, action, before, caseId, from, until }: Page,
): SQL | undefined {
  return and(
    accountId ? eq(moderationLog.accountId, accountId) : undefined,
    action && eq(moderationLog.action, action),
    caseId ? eq(moderationLog.caseId, caseId) : undefined,
    before ? lt(moderationLog.id, before) : undefined,
    from && sql`${moderationLog.id} >= ${firstSince(db, from)}`,
    until && sql`${moderationLog.id} < coalesce(${firstSince(db, until)}, 9223372036854775807)`,
  );
}

/** Rows grow with time, so a day is a span of numbers: the index that orders them finds it. */
function firstSince(db: Context["db"], at: Date) {
  return db
    .select({ id: moderationLog.id })
    .from(moderationLog)
    .where(gte(moderationLog.createdAt, at))
    .orderBy(asc(moderationLog.createdAt), asc(moderationLog.id))
    .limit(1);
}

/** Null: nobody is called so. Undefined: whoever it is about. */
async function idOf({ db }: Context, name: string | undefined): Promise<string | null | undefined> {
  if (!name) return undefined;
  const [handle = "", domain] = name.replace(/^@/, "").toLowerCase().split("@");
  const [found] = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.handle, handle), domain ? eq(actors.domain, domain) : isNull(actors.domain)));
  return found?.id ?? null;
}
