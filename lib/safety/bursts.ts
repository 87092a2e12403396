import { and, eq, gt, gte, ne, not, type SQL, sql } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { foldText } from "./fold";

export type Burst = "same_words" | "many_comments" | "many_events" | "many_follows";

const SAME_WORDS_MINUTES = 60;
/** Nobody is asked about more of what somebody said in an hour. */
const MOST_COMPARED = 200;
/** "Thank you!" is said under many events by people who are just polite. */
const SHORTEST_COMPARED = 20;

type Said = { authorId: string; eventId: string; text: string };

/**
 * Whether whoever says something now says too much in a short time, or the same under too many events. What somebody says
 * under their own events, or where they host, does not count.
 */
export async function findCommentBurst(
  tx: Context,
  settings: SafetySettings,
  said: Said,
): Promise<Burst | null> {
  const { sameWords, burstComments } = settings;
  if (sameWords > 0 && (await countSameWords(tx, said)) + 1 >= sameWords) return "same_words";
  if (burstComments === 0) return null;
  const since = minutesBefore(tx, settings.burstMinutes);
  const recent = await countOthers(
    tx,
    and(eq(comments.authorId, said.authorId), gte(comments.createdAt, since)),
  );
  return recent + 1 > burstComments ? "many_comments" : null;
}

/** Whether somebody announces too many events in a short time. */
export async function findEventBurst(
  tx: Context,
  { burstEvents, burstMinutes }: SafetySettings,
  organizerId: string,
): Promise<Burst | null> {
  if (burstEvents === 0) return null;
  const since = minutesBefore(tx, burstMinutes);
  const recent = sql`coalesce(${events.publishedAt}, ${events.heldAt})`;
  const already = await tx.db.$count(
    events,
    and(eq(events.organizerId, organizerId), sql`${recent} >= ${since.toISOString()}::timestamptz`),
  );
  return already + 1 > burstEvents ? "many_events" : null;
}

/** Whether somebody, who has just followed, follows too many in a short time. */
export async function findFollowBurst(
  tx: Context,
  { burstFollows, burstMinutes }: SafetySettings,
  followerId: string,
): Promise<Burst | null> {
  if (burstFollows === 0) return null;
  const since = minutesBefore(tx, burstMinutes);
  const recent = await tx.db.$count(
    follows,
    and(eq(follows.followerId, followerId), gte(follows.createdAt, since)),
  );
  return recent > burstFollows ? "many_follows" : null;
}

/** Under how many other events the same words, folded, stand since an hour. */
async function countSameWords(tx: Context, { authorId, eventId, text }: Said): Promise<number> {
  const folded = foldText(text).words.join(" ");
  if (folded.length < SHORTEST_COMPARED) return 0;
  const rows = await tx.db
    .select({ eventId: comments.eventId, source: comments.source })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(
      and(
        eq(comments.authorId, authorId),
        gt(comments.createdAt, minutesBefore(tx, SAME_WORDS_MINUTES)),
        ne(comments.eventId, eventId),
        not(isHostOf(authorId)),
      ),
    )
    .limit(MOST_COMPARED);
  const same = rows.filter(({ source }) => foldText(source).words.join(" ") === folded);
  return new Set(same.map((row) => row.eventId)).size;
}

async function countOthers({ db }: Context, which: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(and(which, not(isHostOf(comments.authorId))));
  return row!.total;
}

function isHostOf(author: string | typeof comments.authorId): SQL {
  return sql`(${events.organizerId} = ${author} or ${author} = any(${events.hostIds}))`;
}

function minutesBefore({ now }: Context, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}
