import type { Event } from "@/db/schema/events";
import type { PictureName } from "./pictures";
import type { PlaceName } from "./places";

/** An event of the town. Days count from today; times are those of the clocks there. */
export type TownEvent = {
  by: string;
  day: number;
  from: string;
  until: string;
  /** So many days later. */
  lasts?: number;
  at?: PlaceName;
  picture?: PictureName;
  tags?: string[];
  going?: string[];
  maybe?: string[];
  /** They wait for a host to decide, and wrote this. */
  asking?: [handle: string, message: string][];
  /** In line for a place, the first one first. */
  inLine?: string[];
  invited?: string[];
  /** Questions that are asked of those who come. */
  asks?: { kind: "text" | "choice" | "number"; label: string; choices?: string[] }[];
  says?: [handle: string, text: string, hoursAgo: number][];
  draft?: boolean;
} & Pick<Event, "title" | "description" | "category" | "language"> &
  Partial<
    Pick<
      Event,
      | "joinMode"
      | "capacity"
      | "status"
      | "visibility"
      | "onlineUrl"
      | "priceNote"
      | "guestList"
      | "guestsAllowed"
    >
  >;
