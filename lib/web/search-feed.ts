import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { feedPath, listingPath } from "@/lib/core/listing-paths";
import { CALENDAR_ENTRIES, listFoundEntries, NEWS_ENTRIES } from "@/lib/events/feed-entries";
import { searchFeeds } from "@/lib/events/search/address";
import { findEventIds } from "@/lib/events/search/find";
import { everything, readSearch, type SearchQuery } from "@/lib/events/search/input";
import { findPlaceNamed } from "@/lib/events/search/place";
import { understand } from "@/lib/events/search/search";
import { atomText } from "@/lib/feeds/atom";
import { strongEtag } from "@/lib/feeds/conditional";
import { publicCalendarText } from "@/lib/feeds/public-calendar";
import { answerText } from "./answer-text";
import { readInstanceFrame, readOwnCategories } from "./instance-reading";
import { readProfile } from "./profile-reading";
import { type FeedFormat, formats } from "./public-feed";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";
import { zoneOfAll } from "./usual";

const searches: Limit = { name: "search feed", max: 60, minutes: 1 };

/**
 * What a search finds, as a feed: the address is that of the page. It is not kept, since whoever likes could make up
 * searches without end; only its bytes tell whether it changed. Refuses with `too_many_attempts`.
 */
export async function answerSearchFeed(request: Request, format: FeedFormat): Promise<Response> {
  const { db } = connection();
  const now = new Date();
  await countAttempt({ db, now }, searches, await clientAddress());
  const query = queryOf(request, await readOwnCategories());
  const ids = await findIds(query, { now, size: format === "ics" ? CALENDAR_ENTRIES : NEWS_ENTRIES });
  const entries = await listFoundEntries(db, ids, format === "ics" ? "soonest" : "newest");
  const { name } = await readInstanceFrame();
  const title = query.words ? `${query.words} · ${name}` : name;
  const body = format === "ics" ? publicCalendarText(entries, title) : atomText(entries, told(query, title));
  return answerText(request, { body, etag: strongEtag(body), lastModified: now }, formats[format]);
}

/** However the page shows it, the feed is the same. */
function queryOf(request: Request, ownCategories: string[]): SearchQuery {
  const params = new URL(request.url).searchParams;
  const given = Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
  const { sort, view, date, page } = everything;
  return { ...readSearch(given, ownCategories).query, sort, view, date, page };
}

async function findIds(query: SearchQuery, { now, size }: { now: Date; size: number }): Promise<string[]> {
  const { db } = connection();
  const [organizer, point, zone] = await Promise.all([
    query.organizer ? readProfile(query.organizer, null) : null,
    query.point ?? (query.place ? findPlaceNamed(db, query.place) : null),
    zoneOfAll(db, now),
  ]);
  const { filters } = await understand(db, query, { point, hostId: organizer?.id ?? null, now, zone });
  return findEventIds(db, { filters, sort: query.sort, page: 1, size });
}

function told(query: SearchQuery, title: string) {
  const of = searchFeeds(query);
  const { ORIGIN } = env();
  return { title, selfUrl: ORIGIN + feedPath(of, "atom"), pageUrl: ORIGIN + listingPath(of) };
}
