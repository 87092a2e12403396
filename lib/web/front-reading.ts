import { connection } from "@/lib/core/database";
import { countUpcoming, listUpcoming, PAGE_SIZE } from "@/lib/events/cards";

/** One page of what is on; null beyond the last. The first page exists even when it is empty. */
export async function readFrontPage(page: number, now: Date) {
  const { db } = connection();
  const [cards, total] = await Promise.all([listUpcoming(db, now, page), countUpcoming(db, now)]);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return page > pageCount ? null : { cards, page, pageCount, now };
}

/** The page number in an address: 1 when there is none, null for anything that is no page. */
export function pageNumber(text: string | string[] | undefined): number | null {
  if (text === undefined) return 1;
  return typeof text === "string" && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
