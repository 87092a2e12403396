import * as z from "zod";
import { savingInput } from "./input";

/** Without scripts the event's form also finds an address, and takes over one that was found: it is sent as a whole. */
const placeSearchInput = z.object({
  intent: z.enum(["find", "take"]),
  placeQuery: z.string().trim().max(200, "place_too_long").default(""),
  /** Language that places are named in. */
  placeLocale: z.string().max(20).default(""),
  /** JSON of the chosen one of the places that the last answer showed. */
  foundPlace: z.string().max(2000, "choose_one").default(""),
});

/** All that the form of an event may be sent for. */
export const eventFormInput = z.discriminatedUnion("intent", [savingInput, placeSearchInput]);

export type PlaceSearchInput = z.output<typeof placeSearchInput>;

export function isPlaceSearch(input: z.output<typeof eventFormInput>): input is PlaceSearchInput {
  return input.intent === "find" || input.intent === "take";
}
