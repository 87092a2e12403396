import type { EventPage } from "@/lib/participation/event-page";
import { countsElsewhere, joinRefusal, readsAnswers } from "@/lib/participation/rules";
import { type Offer, offerOf } from "./offer";

/** What the page can offer about any event: about one of another server, to ask that server. */
export function offerOfPage(page: EventPage, now: Date): Offer {
  const { event, remote } = page;
  if (event.domain === null || joinRefusal(event, now) !== null) return offerOf(event, page, now);
  const left = remote && countsElsewhere(remote).left;
  return {
    kind: "elsewhere",
    host: event.domain,
    needsApproval: event.joinMode === "approval",
    isFull: left === 0,
    readsMaybe: readsAnswers(page.software ?? ""),
  };
}
