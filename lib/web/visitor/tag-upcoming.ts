import { nextTurnOf } from "@/lib/events/turns";
import { UPCOMING } from "@/lib/journal/tags";
import { keepUntil, tagPage } from "./tag-page";

/** Says that a page lists what is to come: dropped with any change there, and once one of these begins or ends. */
export async function tagUpcoming({ cards, now }: { cards: Parameters<typeof nextTurnOf>[0]; now: Date }) {
  await tagPage([UPCOMING]);
  await keepUntil(nextTurnOf(cards, now));
}
