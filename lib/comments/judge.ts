import { and, desc, eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type InstanceSettings, readInstance } from "@/lib/instance/settings";
import { judgeComment, type Verdict } from "@/lib/safety/judge";
import { noticeBurst, noticeWords } from "@/lib/safety/notice";
import { columnsOfStanding, isPauseOver, pauseUnder, standingOfWords } from "./rules";
import type { Words } from "./words";

/** What the rules of this server say to words: how they are kept, and what moderators are called for. */
type Judged = Verdict & { columns: ReturnType<typeof columnsOfStanding> };

type New = { authorId: string; words: Words; isHost: boolean; isLocal: boolean };

/**
 * Judges what somebody says now. Refuses with the field error `words_not_allowed`, and with `comment_too_soon` those of
 * this server who do not wait as long as they must; others cannot be told.
 */
export async function judgeNew(tx: Context, event: Event, said: New): Promise<Judged> {
  const settings = await readInstance(tx.db);
  if (said.isLocal && !said.isHost) await requirePause(tx, event, { ...said, settings });
  return judge(tx, event, { ...said, settings, isNew: true });
}

type Again = { comment: Comment; words: Words; isHost: boolean };

/** Judges new words of a comment; what moderators hold they go on holding. Refuses with `words_not_allowed`. */
export async function judgeAgain(
  tx: Context,
  event: Event,
  { comment: { authorId, heldAt }, words, isHost }: Again,
): Promise<Judged> {
  const settings = await readInstance(tx.db);
  const judged = await judge(tx, event, { authorId, words, isHost, settings, isNew: false });
  return heldAt ? { ...judged, hits: [], columns: { status: "waiting", heldAt } } : judged;
}

/** Lets moderators know what the rules found; what waits for them they find by itself. */
export async function callModerators(tx: Context, comment: Comment, { hits, burst }: Verdict): Promise<void> {
  const { id: thingId, authorId: actorId } = comment;
  await noticeWords(tx, hits, { actorId, thing: "comment", thingId });
  if (burst) await noticeBurst(tx, burst, actorId);
}

type Judging = Omit<New, "isLocal"> & { settings: InstanceSettings; isNew: boolean };

async function judge(tx: Context, event: Event, { settings, words, ...said }: Judging): Promise<Judged> {
  const { source: text, html } = words;
  const verdict = await judgeComment(tx, settings, {
    ...{ ...said, text, html, eventId: event.id },
    field: "text",
  });
  const { isHost } = said;
  const approval = settings.commentApproval;
  const standing = standingOfWords(event, { isHost, isHeld: verdict.isHeld, approval });
  return { ...verdict, columns: columnsOfStanding(standing, tx.now) };
}

async function requirePause(
  { db, now }: Context,
  event: Event,
  { authorId, settings }: Pick<Judging, "authorId" | "settings">,
): Promise<void> {
  const pause = pauseUnder(event, settings.slowModeSeconds);
  if (pause === 0) return;
  const [last] = await db
    .select({ at: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.eventId, event.id), eq(comments.authorId, authorId)))
    .orderBy(desc(comments.createdAt))
    .limit(1);
  if (last && !isPauseOver(pause, { last: last.at, now }))
    throw new AppError("rate_limited", "comment_too_soon");
}
