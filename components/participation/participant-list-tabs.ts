import {
  participantsFilePath,
  participantsPath,
  participantsPrintPath,
} from "@/lib/core/participation-paths";
import { type ParticipantTab, participantTabs } from "@/lib/participation/lists/input";

/** What of the list is shown: one view of it, what is looked for in it, and its page. */
export type ParticipantView = { tab: ParticipantTab; text: string; page: number; pageCount: number };

type Filter = { tab: ParticipantTab | null; text: string };

/** The tab in the address; without one, those who wait come first where anybody can. */
export function participantTabFrom(
  word: unknown,
  { isWaitingLikely }: { isWaitingLikely: boolean },
): ParticipantTab {
  return participantTabs.find((tab) => tab === word) ?? (isWaitingLikely ? "waiting" : "going");
}

export function tabPath(slug: string, filter: Filter, page = 1): string {
  return `${participantsPath(slug)}?${queryOf(filter, page)}`;
}

/** The same people as a file, or for paper. */
export function filePath(slug: string, format: "csv" | "ods", filter: Filter): string {
  return `${participantsFilePath(slug, format)}?${queryOf(filter)}`;
}

export function printPath(slug: string, filter: Filter, page = 1): string {
  return `${participantsPrintPath(slug)}?${queryOf(filter, page)}`;
}

function queryOf({ tab, text }: Filter, page = 1): string {
  const query = new URLSearchParams({ ...(tab && { tab }), ...(text && { q: text }) });
  if (page > 1) query.set("page", String(page));
  return query.toString();
}
