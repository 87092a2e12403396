import type { Event } from "@/db/schema/events";
import type { Document } from "../activity";
import { entryOf } from "../read";
import { wordIn } from "./read-text";

/** Words of schema.org, as FEP-8a8e has them. */
const bySchema: Record<string, Event["status"]> = {
  EventTentative: "tentative",
  EventCancelled: "cancelled",
  EventPostponed: "postponed",
  EventMovedOnline: "moved_online",
};

/** Words of iCalendar; Mobilizon up to 3 wrote them under a name of its own. */
const byCalendar: Record<string, Event["status"]> = { TENTATIVE: "tentative", CANCELLED: "cancelled" };

/** Whether it takes place. Some always say that it is scheduled: then the older word counts. */
export function readStatus(document: Document): Event["status"] {
  const schema = entryOf(bySchema, wordIn(document.eventStatus).replace(/^.*[/#:]/, ""));
  const calendar = entryOf(byCalendar, wordIn(document.status ?? document["ical:status"]).toUpperCase());
  return schema ?? calendar ?? "confirmed";
}
