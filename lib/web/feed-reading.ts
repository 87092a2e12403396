import { connection } from "@/lib/core/database";
import { PAGE_SIZE } from "@/lib/events/cards";
import { countUpcomingFollowed, listUpcomingFollowed } from "@/lib/events/followed";
import type { FeedSource } from "@/lib/events/input";
import { listStandings } from "@/lib/participation/standings";
import { pageFrom } from "./page-number";
import { foldFor, readUnwelcome } from "./unwelcome";
import type { Viewer } from "./viewer";

type Asked = { source: FeedSource; page: string | string[] | undefined };

/** A page of what those announce next whom an identity follows, with where it stands with each. For its own eyes. */
export async function readFeed(viewer: Viewer, { source, page: asked }: Asked) {
  const { db } = connection();
  const actorId = viewer.identity.id;
  const [now, reader] = [new Date(), await readUnwelcome(viewer)];
  const total = await countUpcomingFollowed(db, actorId, { now, source, reader });
  const { page, pageCount } = pageFrom(asked, { total, size: PAGE_SIZE });
  const found = await listUpcomingFollowed(db, actorId, { now, source, page, reader, size: PAGE_SIZE });
  const cards = found && (await foldFor(reader, found));
  const ids = cards?.map(({ event }) => event.id) ?? [];
  return { cards, page, pageCount, now, standings: await listStandings(db, actorId, ids) };
}
