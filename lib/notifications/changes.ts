import type { Event } from "@/db/schema/events";

export type Change = "title" | "time" | "place" | Exclude<Event["status"], "cancelled">;

/** Which of an event's columns people who come must hear of, and under which name. */
const told: Record<string, Change> = {
  title: "title",
  startsAt: "time",
  endsAt: "time",
  zone: "time",
  placeName: "place",
  placeAddress: "place",
  latitude: "place",
  longitude: "place",
  country: "place",
  onlineUrl: "place",
};

/** What to tell of a change, the gravest first, each once; nothing for a new picture or description. */
export function tellableChanges(changed: string[], { status }: Pick<Event, "status">): Change[] {
  const isStatus = changed.includes("status") && status !== "cancelled";
  const changes = new Set(changed.flatMap((column) => told[column] ?? []));
  const rest = (["time", "place", "title"] as const).filter((change) => changes.has(change));
  return isStatus ? [status, ...rest] : rest;
}
