import type { Database } from "@/db/client";
import type { Home } from "@/lib/accounts/home";
import { usualZone } from "@/lib/events/search/usual-zone";
import { readDefaults } from "./instance-reading";

/** Where the people of this server look for events, as administrators told; null: they did not. */
export async function usualHome(): Promise<Home | null> {
  const { defaultPlace: place } = await readDefaults();
  if (!place) return null;
  const { name, latitude, longitude, km } = place;
  return { name, point: { latitude, longitude }, radius: km };
}

/** By which clock they live, as administrators told, or else as most of what comes next does. */
export async function zoneOfAll(db: Database, now: Date): Promise<string> {
  return (await readDefaults()).defaultZone ?? usualZone(db, now);
}
