import { findHome } from "@/lib/accounts/home";
import { connection } from "@/lib/core/database";
import { countUpcoming, listUpcoming, PAGE_SIZE } from "@/lib/events/cards";
import { listUpcomingFollowed } from "@/lib/events/followed";
import { everything, radii } from "@/lib/events/search/input";
import { findPlaceNamed } from "@/lib/events/search/place";
import { searchEvents } from "@/lib/events/search/search";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { countWaitingFor, listStandings } from "@/lib/participation/standings";
import { readCategories } from "./categories-reading";
import { accountContext } from "./context";
import { readInstanceFrame } from "./instance-reading";
import { foldFor, readUnwelcome } from "./unwelcome";
import { usualHome } from "./usual";
import type { Viewer } from "./viewer";

/** One row of cards on a desk. */
const IN_A_BLOCK = 3;

/** One page of what is on, and what can be chosen from; null beyond the last. The first page exists even when empty. */
export async function readFrontPage(page: number, now: Date, viewer: Viewer | null = null) {
  const { db } = connection();
  const reader = await readUnwelcome(viewer);
  const [cards, total, categories, { shortDescription }] = await Promise.all([
    listUpcoming(db, now, { page, reader }),
    countUpcoming(db, now, reader),
    readCategories(now),
    readInstanceFrame(),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > pageCount) return null;
  return { cards: await foldFor(reader, cards), categories, page, pageCount, now, shortDescription };
}

/** What of it concerns the identity that the viewer acts as; on the first page also what is near and whom it follows. */
export async function readFrontOwn(
  viewer: Viewer,
  { cards, page, now }: NonNullable<Awaited<ReturnType<typeof readFrontPage>>>,
) {
  const { db } = connection();
  const actorId = viewer.identity.id;
  const [own, waiting] = await Promise.all([
    page === 1 ? readOwnBlocks(viewer, now) : undefined,
    countWaitingFor(db, actorId, now),
  ]);
  const shown = [...cards, ...(own?.near?.cards ?? []), ...(own?.followed ?? [])];
  const ids = shown.map(({ event }) => event.id);
  return { waiting, own, standings: await listStandings(db, actorId, [...new Set(ids)]) };
}

async function readOwnBlocks(viewer: Viewer, now: Date) {
  const reader = await readUnwelcome(viewer);
  const [near, followed] = await Promise.all([
    readNear(viewer, { now, reader }),
    listUpcomingFollowed(connection().db, viewer.identity.id, { now, reader, size: IN_A_BLOCK }),
  ]);
  return { near, followed: followed && (await foldFor(reader, followed)) };
}

/** Around the account's own place, as events here tell where it is; null when they told none, no query where nobody knows. */
async function readNear({ session }: Viewer, { now, reader }: { now: Date; reader: Unwelcome }) {
  const { db } = connection();
  const home = (await findHome(await accountContext())) ?? (await usualHome());
  const point = home?.point ?? (home && (await findPlaceNamed(db, home.name)));
  if (!home) return null;
  if (!point) return { name: home.name, query: null, cards: [] };
  const radius = radii.find((offered) => offered >= home.radius) ?? radii.at(-1)!;
  const query = { place: home.name, point: home.name ? null : point, radius };
  const meaning = { point, hostId: null, now, zone: session.zone, reader };
  const { cards } = await searchEvents(db, { ...everything, ...query }, meaning);
  return { name: home.name, query, cards: await foldFor(reader, cards.slice(0, IN_A_BLOCK)) };
}

/** The page number in an address: 1 when there is none, null for anything that is no page. */
export function pageNumber(text: string | string[] | undefined): number | null {
  if (text === undefined) return 1;
  return typeof text === "string" && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
