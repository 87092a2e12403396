import { inArray } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { commentsLetter } from "./letters/comments";
import type { Person } from "./people";
import { findRemark, listRemarksSince, type Remark } from "./remarks";
import { writeTo } from "./write-to";

const HOUR = 3_600_000;

type Commented = Recorded<FactOf<"comment.added"> | FactOf<"comment.submitted">>;

/**
 * Tells the hosts what was said under their event: one mail each an hour at most. What comes after it is told when the
 * next hour begins, in one mail. Nobody hears of their own words.
 */
export async function announceComment(tx: Context, fact: Commented): Promise<void> {
  const remark = await findRemark(tx.db, fact.commentId);
  if (!remark || remark.comment.status === "refused") return;
  // Two at the same time must not both find that nothing was told yet.
  await lockEvent(tx.db, fact.eventId);
  const hosts = await findPeople(tx, [remark.event.organizerId, ...remark.event.hostIds]);
  const isLeft = [];
  for (const host of hosts) isLeft.push(await tellHost(tx, fact, { host, remark }));
  if (isLeft.includes(true)) await tellLater(tx, fact);
}

/** Whether something is left to be told, since the mail of this hour is written. */
async function tellHost(
  tx: Context,
  fact: Commented,
  { host, remark }: { host: Person; remark: Remark },
): Promise<boolean> {
  const keyOf = (at: Date) => `comments:${fact.eventId}:${host.id}:${hourOf(at).toISOString()}`;
  const hourBefore = new Date(tx.now.getTime() - HOUR);
  const told = await lastTold(tx, [fact.at, hourBefore, tx.now].map(keyOf));
  const since = told?.at ?? new Date(fact.at.getTime() - 1);
  const said = await listRemarksSince(tx, fact.eventId, { since, reader: host.id });
  if (said.length === 0) return false;
  if (told?.keys.includes(keyOf(tx.now))) return true;
  await writeTo(tx, host.id, {
    key: keyOf(tx.now),
    kind: "comments",
    write: (reader) => commentsLetter(remark, { host, said, reader }),
  });
  return false;
}

/** When the latest of these mails was written, and which of them there are. */
async function lastTold({ db }: Context, keys: string[]): Promise<{ at: Date; keys: string[] } | null> {
  const found = await db
    .select({ key: mails.key, at: mails.createdAt })
    .from(mails)
    .where(inArray(mails.key, keys));
  if (found.length === 0) return null;
  const at = new Date(Math.max(...found.map((mail) => mail.at.getTime())));
  return { at, keys: found.map(({ key }) => key) };
}

async function tellLater(tx: Context, fact: Commented): Promise<void> {
  const next = new Date(hourOf(tx.now).getTime() + HOUR);
  await enqueue(tx, {
    task: "tell",
    payload: { reader: "announceComment", factId: fact.factId },
    key: `tell:announceComment:${fact.eventId}:${next.toISOString()}`,
    runAt: next,
  });
}

function findPeople({ db }: Context, ids: string[]): Promise<Person[]> {
  const { id, name, handle, domain } = actors;
  return db.select({ id, name, handle, domain }).from(actors).where(inArray(id, ids));
}

function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR) * HOUR);
}
