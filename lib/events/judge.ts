import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { readInstance } from "@/lib/instance/settings";
import { findFollowBurst } from "@/lib/safety/bursts";
import { judgeEvent, judgeWords } from "@/lib/safety/judge";
import { noticeBurst, noticeWords } from "@/lib/safety/notice";

type Told = Pick<Event, "title" | "description" | "placeName" | "onlineUrl" | "ticketUrl" | "priceNote">;

/** Whether a draft that is announced waits for moderators first. Refuses with the field error `words_not_allowed`. */
export async function isHeldBack(tx: Context, draft: Event): Promise<boolean> {
  const settings = await readInstance(tx.db);
  const { id, organizerId } = draft;
  const words = { authorId: organizerId, text: wordsOf(draft), field: "description" };
  const { isHeld, hits, burst } = await judgeEvent(tx, settings, words);
  await noticeWords(tx, hits, { actorId: organizerId, thing: "event", thingId: id });
  if (burst) await noticeBurst(tx, burst, organizerId);
  return isHeld;
}

/**
 * What everybody sees already cannot wait: where a rule holds it back, moderators are called. Refuses with the field error
 * `words_not_allowed`.
 */
export async function requireFitWords(tx: Context, { id, organizerId }: Event, typed: Told): Promise<void> {
  const settings = await readInstance(tx.db);
  const hits = judgeWords(settings, { scope: "events", text: wordsOf(typed), field: "description" });
  await noticeWords(tx, hits, { actorId: organizerId, thing: "event", thingId: id });
}

/** Lets moderators look at whoever follows very many in a short time; what they follow stays. */
export async function noticeManyFollows(tx: Context, followerId: string): Promise<void> {
  const burst = await findFollowBurst(tx, await readInstance(tx.db), followerId);
  if (burst) await noticeBurst(tx, burst, followerId);
}

/** What rules about words read of an event. */
export function wordsOf({ title, description, placeName, onlineUrl, ticketUrl, priceNote }: Told): string {
  return [title, description, placeName, onlineUrl, ticketUrl, priceNote].join("\n");
}
