import type * as z from "zod";
import type { FoundPlace } from "./found-place";

export type Question = { query: string; locale: string; limit: number };

/** A kind of server that knows where addresses are: how it is asked, and how its GeoJSON features are read. */
export type Geocoder = {
  /** Who is asked where the administrator named no server of that kind. */
  usual: string;
  /** Whether it is meant to be asked at every few letters; the others want a click first. */
  mayAskWhileTyping?: boolean;
  /** Whether its operators want it asked no more than once a second. */
  isAskedInTurn?: boolean;
  address(base: string, question: Question): string;
  feature: z.ZodType<FoundPlace>;
};
