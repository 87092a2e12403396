import type { Participation } from "@/db/schema/participations";
import { participantsPath } from "@/lib/core/paths";

/** The views of one list, by the word in their address. */
export const participantTabs = ["waiting", "going", "refused"] as const;

export type ParticipantTab = (typeof participantTabs)[number];

export const statusOfTab = {
  waiting: "pending",
  going: "approved",
  refused: "rejected",
} as const satisfies Record<ParticipantTab, Participation["status"]>;

/** The tab in the address; without one, those who wait come first where anybody can. */
export function participantTabFrom(
  text: unknown,
  { isWaitingLikely }: { isWaitingLikely: boolean },
): ParticipantTab {
  return participantTabs.find((tab) => tab === text) ?? (isWaitingLikely ? "waiting" : "going");
}

export function tabPath(slug: string, tab: ParticipantTab, page = 1): string {
  return `${participantsPath(slug)}?tab=${tab}${page > 1 ? `&page=${page}` : ""}`;
}
