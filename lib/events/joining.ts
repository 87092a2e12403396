import { invalidField } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import type { EventInput } from "./input";

/**
 * How people take part, and what follows from it. Where places are not counted, none is set aside. Refuses with the
 * field errors `external_url_missing`, `hidden_from_all` (an address that nobody would ever learn) and `too_many_aside`.
 */
export function joiningColumns(input: EventInput) {
  const { joinMode, capacity, guestsAllowed, guestList, isAddressHidden } = input;
  const isHere = joinMode === "free" || joinMode === "approval";
  const externalJoinUrl = cleanLine(input.externalJoinUrl);
  if (joinMode === "external" && !externalJoinUrl)
    throw invalidField("externalJoinUrl", "external_url_missing");
  if (isAddressHidden && !isHere) throw invalidField("isAddressHidden", "hidden_from_all");
  return {
    joinMode,
    externalJoinUrl,
    capacity,
    guestsAllowed,
    guestList,
    isAddressHidden,
    isOpenToMail: !input.needsAccount,
    ...lineColumns(input),
    retentionDays: input.retentionDays,
  };
}

function lineColumns({ capacity, placesAside, waitlist, offerHours, waitlistStopsHours }: EventInput) {
  if (capacity !== null && placesAside > capacity) throw invalidField("placesAside", "too_many_aside");
  return { placesAside: capacity === null ? 0 : placesAside, waitlist, offerHours, waitlistStopsHours };
}
