import { and, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import { type Account, accounts, sessions } from "@/db/schema/accounts";
import type { Context, Role } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { asLocale, type Locale } from "@/lib/core/locale";
import { prepared } from "@/lib/core/prepared";
import { readInstance } from "@/lib/instance/settings";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export type Session = {
  id: string;
  accountId: string;
  role: Role;
  /** When the account was made. */
  since: Date;
  /** When they last agreed to the terms; null: never. */
  agreedAt: Date | null;
  locale: Locale;
  zone: string;
  theme: Account["theme"];
  /** What a newcomer has still to look at. */
  onboarding: Account["onboarding"];
  /** When the account will be deleted, as its owner asked. */
  leavesAt: Date | null;
};

/**
 * Signs a device in; the id goes into its cookie. Whoever calls this has checked who it is. Refuses with
 * `account_suspended` while moderators keep the account locked.
 */
export async function openSession(ctx: Context, accountId: string, userAgent: string): Promise<string> {
  const [account] = await ctx.db
    .select({ suspendedAt: accounts.suspendedAt })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (account?.suspendedAt) throw new AppError("unauthenticated", "account_suspended");
  const [session] = await ctx.db
    .insert(sessions)
    .values({
      accountId,
      userAgent: userAgent.slice(0, 300),
      createdAt: ctx.now,
      lastUsedAt: ctx.now,
      expiresAt: await expiryOf(ctx),
    })
    .returning({ id: sessions.id });
  return session!.id;
}

/** Who is signed in with this session, or null if it was ended or ran out. Asked at every request. */
export async function findSession(ctx: Pick<Context, "db" | "now">, id: string): Promise<Session | null> {
  const [found] = await sessionById(ctx.db).execute({ id, now: ctx.now });
  if (!found) return null;
  if (ctx.now.getTime() - found.lastUsedAt.getTime() > HOUR) await prolong(ctx, id);
  const { lastUsedAt: _, ...session } = found;
  return { ...session, locale: asLocale(session.locale) };
}

/** Signs a device out. Repeating it is harmless. */
export async function closeSession(ctx: Pick<Context, "db">, id: string): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.id, id));
}

/** Signs the account out on all its devices, or on all but one. */
export async function closeSessions(
  { db }: Pick<Context, "db">,
  accountId: string,
  { except }: { except?: string } = {},
): Promise<void> {
  const all = eq(sessions.accountId, accountId);
  await db.delete(sessions).where(except ? and(all, ne(sessions.id, except)) : all);
}

/** Forgets sessions that ran out; from time to time. */
export async function sweepSessions(ctx: Pick<Context, "db" | "now">): Promise<void> {
  await ctx.db.delete(sessions).where(lt(sessions.expiresAt, ctx.now));
}

async function prolong({ db, now }: Pick<Context, "db" | "now">, id: string) {
  await db
    .update(sessions)
    .set({ lastUsedAt: now, expiresAt: await expiryOf({ db, now }) })
    .where(eq(sessions.id, id));
}

/** A device stays signed in for so many days after its last use as administrators chose, 60 unless they did. */
async function expiryOf({ db, now }: Pick<Context, "db" | "now">): Promise<Date> {
  const { keepSessionDays } = await readInstance(db);
  return new Date(now.getTime() + keepSessionDays * DAY);
}

const sessionById = prepared((db) =>
  db
    .select({
      id: sessions.id,
      accountId: accounts.id,
      role: accounts.role,
      since: accounts.createdAt,
      locale: accounts.locale,
      zone: accounts.zone,
      theme: accounts.theme,
      onboarding: accounts.onboarding,
      leavesAt: accounts.leavesAt,
      agreedAt: accounts.termsAcceptedAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.id, sql.placeholder("id")),
        gt(sessions.expiresAt, sql.param(sql.placeholder("now"), sessions.expiresAt)),
        isNull(accounts.suspendedAt),
      ),
    )
    .prepare("session"),
);
