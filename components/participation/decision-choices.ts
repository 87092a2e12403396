import type { ParticipantTab } from "@/lib/participation/lists/input";

/** What hosts have to give. `free`: places, those set aside too; infinite where they are not counted. */
export type Room = { isCancelled: boolean; free: number; canWait: boolean };

type Choices = {
  letIn: "letIn" | "letInNow" | "letInAgain" | "putInLine" | null;
  refuse: "refuse" | "takeBack" | null;
};

const refusals: Partial<Record<ParticipantTab, Choices["refuse"]>> = {
  waiting: "refuse",
  line: "refuse",
  maybe: "refuse",
  offered: "takeBack",
  going: "takeBack",
};

/** What can be decided about somebody who stands there and comes with so many. */
export function choicesFor(tab: ParticipantTab, room: Room, seats = 1): Choices {
  return { letIn: room.isCancelled ? null : letInOf(tab, room, seats), refuse: refusals[tab] ?? null };
}

function letInOf(tab: ParticipantTab, { free, canWait }: Room, seats: number): Choices["letIn"] {
  // Whoever was offered a place holds it.
  if (tab === "offered") return "letInNow";
  const fits = seats <= free;
  if (tab === "waiting") return fits ? "letIn" : canWait ? "putInLine" : null;
  if (!fits) return null;
  if (tab === "line") return "letInNow";
  return tab === "refused" ? "letInAgain" : null;
}
