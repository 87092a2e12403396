import { connection } from "@/lib/core/database";
import { PAGE_SIZE } from "@/lib/events/cards";
import { countUpcomingFollowed, listUpcomingFollowed } from "@/lib/events/followed";
import type { FeedSource } from "@/lib/events/input";
import { listStandings } from "@/lib/participation/standings";
import { pageFrom } from "./page-number";

type Asked = { source: FeedSource; page: string | string[] | undefined };

/** A page of what those announce next whom an identity follows, with where it stands with each. For its own eyes. */
export async function readFeed(actorId: string, { source, page: asked }: Asked) {
  const { db } = connection();
  const now = new Date();
  const total = await countUpcomingFollowed(db, actorId, { now, source });
  const { page, pageCount } = pageFrom(asked, { total, size: PAGE_SIZE });
  const cards = await listUpcomingFollowed(db, actorId, { now, source, page, size: PAGE_SIZE });
  const ids = cards?.map(({ event }) => event.id) ?? [];
  return { cards, page, pageCount, now, standings: await listStandings(db, actorId, ids) };
}
