import { paths } from "@/lib/core/paths";

/** The lists of one identity's events, by the word in their address. */
export const myEventTabs = ["organizing", "going", "waiting", "maybe", "drafts"] as const;

export type MyEventTab = (typeof myEventTabs)[number];

export function asMyEventTab(text: unknown): MyEventTab {
  return myEventTabs.find((tab) => tab === text) ?? "organizing";
}

export function myEventsPath(tab: MyEventTab, page = 1): string {
  return `${paths.myEvents}?tab=${tab}${page > 1 ? `&page=${page}` : ""}`;
}
