import { type FeedOf, feedPath } from "@/lib/core/listing-paths";

/** The feeds of a page, as its head tells programs about them (`alternates.types`). */
export function feedTypes(of: FeedOf, origin: string): Record<string, string> {
  return {
    "text/calendar": origin + feedPath(of, "ics"),
    "application/atom+xml": origin + feedPath(of, "atom"),
  };
}
