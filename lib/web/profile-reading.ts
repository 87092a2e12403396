import { cache } from "react";
import { connection } from "@/lib/core/database";
import { countUpcomingBy, listPastBy, listUpcomingBy, PAGE_SIZE } from "@/lib/events/cards";
import { type AnyProfile, findProfileAnywhere } from "@/lib/identities/anywhere";
import type { Profile } from "@/lib/identities/queries";
import { findOpenable } from "./openable";
import { pageFrom } from "./page-number";
import type { Viewer } from "./viewer";

/**
 * An identity of this server, or "name@server" of another, if the viewer may see its page: else it is as if it had never
 * been. Asked of the database once a request. Found in capitals too, but its page has one spelling: others lead there, so
 * that nobody fills the memory with them.
 */
export const readProfile = cache(
  async (handle: string, viewer: Viewer | null): Promise<AnyProfile | null> => {
    const profile = await findProfileAnywhere(connection().db, decodeURIComponent(handle));
    if (!profile) return null;
    return (await findOpenable(viewer, [profile])).has(profile.id) ? profile : null;
  },
);

/** What it has announced to everybody: a page of what is to come, and on the first what was. */
export async function readAnnounced({ id }: Profile, pageText: string | string[] | undefined) {
  const { db } = connection();
  const now = new Date();
  const total = await countUpcomingBy(db, now, id);
  const { page, pageCount } = pageFrom(pageText, { total, size: PAGE_SIZE });
  const [cards, past] = await Promise.all([
    listUpcomingBy(db, id, { now, page }),
    page === 1 ? listPastBy(db, id, now) : [],
  ]);
  return { cards, past, page, pageCount, now };
}
