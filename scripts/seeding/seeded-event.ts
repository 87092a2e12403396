import type { Event } from "@/db/schema/events";
import type { CastHandle } from "@/db/testing/cast";

export type SeededEvent = {
  by: CastHandle;
  /** Days from today, and wall-clock times in the zone; `until` may be on a later day. */
  day: number;
  from: string;
  until?: string;
  lasts?: number;
  zone?: string;
  tags?: string[];
  going?: CastHandle[];
  waiting?: [CastHandle, string][];
  /** Asked to come; those who go already have answered. */
  invited?: CastHandle[];
  draft?: boolean;
} & Pick<Event, "title" | "description" | "category"> &
  Partial<
    Pick<
      Event,
      "placeName" | "placeAddress" | "onlineUrl" | "joinMode" | "capacity" | "status" | "visibility"
    >
  >;
