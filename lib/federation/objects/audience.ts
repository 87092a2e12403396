import type { Event } from "@/db/schema/events";
import { PUBLIC } from "../activity";

export type Audience = { to: string[]; cc: string[] };

/**
 * To whom something is addressed. Public in `to` is what Mobilizon and FEP-8a8e list; in `cc` it is for whoever has the
 * address alone; "few": only for those who are named. `others`: whom else it concerns.
 */
export function audienceOf(
  visibility: Event["visibility"] | "few",
  { followers, others = [] }: { followers: (string | null)[]; others?: string[] },
): Audience {
  const known = followers.filter((one) => one !== null);
  if (visibility === "public") return { to: [PUBLIC], cc: each([...known, ...others]) };
  return { to: each([...known, ...others]), cc: visibility === "few" ? [] : [PUBLIC] };
}

function each(ids: string[]): string[] {
  return [...new Set(ids)];
}
