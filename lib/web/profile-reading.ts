import { cache } from "react";
import { connection } from "@/lib/core/database";
import { listUpcomingBy } from "@/lib/events/cards";
import { findProfile } from "@/lib/identities/queries";

/**
 * An identity of this server with what it has announced to everybody; asked of the database once a request. Found
 * in capitals too, but its page has one spelling: others lead there, so that nobody fills the memory with them.
 */
export const readProfile = cache(async (handle: string) => {
  const { db } = connection();
  const profile = await findProfile(db, decodeURIComponent(handle).toLowerCase());
  if (!profile) return null;
  const now = new Date();
  return { profile, cards: await listUpcomingBy(db, profile.id, now), now };
});
