import * as z from "zod";
import type { Participation } from "@/db/schema/participations";

type Status = Participation["status"];

/** The views of who takes part, by the word in their address. Whoever has not confirmed their address is in none. */
export const participantTabs = [
  "waiting",
  "going",
  "line",
  "offered",
  "maybe",
  "declined",
  "refused",
  "left",
] as const;

export type ParticipantTab = (typeof participantTabs)[number];

export const statusOfTab = {
  waiting: "pending",
  going: "approved",
  line: "waitlisted",
  offered: "offered",
  maybe: "maybe",
  declined: "declined",
  refused: "rejected",
  left: "left",
} as const satisfies Record<ParticipantTab, Status>;

/** What is looked for in names, handles and what people wrote; as an address says it. */
export const searchedText = z.string().trim().max(100).catch("");

/** Which people a file is about: one view, or everybody, those who come first. */
export const listInput = z.object({
  tab: z.enum(participantTabs).nullable().catch(null),
  q: searchedText,
});

const everybody = ["going", "offered", "line", "waiting", "maybe", "declined", "refused", "left"] as const;

export function statusesOf(tab: ParticipantTab | null): Status[] {
  return tab ? [statusOfTab[tab]] : everybody.map((each) => statusOfTab[each]);
}
