import { expect, test } from "vitest";
import { cardNote } from "./card-note";

const free = {
  status: "confirmed",
  capacity: null,
  placesAside: 0,
  joinMode: "free",
  guestList: "hosts",
} as const;

test.each([
  ["an open event says nothing", free, 3, undefined, undefined],
  ["places are counted", { ...free, capacity: 10 }, 7, undefined, "placesLeft"],
  [
    "unless hosts keep the number to themselves",
    { ...free, capacity: 10, guestList: "hidden" },
    7,
    undefined,
    undefined,
  ],
  ["more people than places are no negative places", { ...free, capacity: 3 }, 7, undefined, "full"],
  [
    "approval is told before places",
    { ...free, capacity: 10, joinMode: "approval" },
    7,
    undefined,
    "byApproval",
  ],
  ["one's own place comes first", { ...free, capacity: 3 }, 3, "approved", "going"],
  ["one's own request too", { ...free, joinMode: "approval" }, 3, "pending", "waiting"],
  ["and one's turn in the line", { ...free, capacity: 3 }, 3, "waitlisted", "inLine"],
  ["and a place that is held", { ...free, capacity: 3 }, 3, "offered", "offered"],
  ["and what one does not know yet", free, 3, "maybe", "maybe"],
  [
    "places that hosts keep are none for others",
    { ...free, capacity: 8, placesAside: 1 },
    7,
    undefined,
    "full",
  ],
  ["nothing matters once it is cancelled", { ...free, status: "cancelled" }, 3, "approved", "cancelled"],
  [
    "where nobody registers there are no places",
    { ...free, capacity: 3, joinMode: "none" },
    3,
    undefined,
    undefined,
  ],
] as const)("%s", (_name, event, taken, standing, key) => {
  expect(cardNote(event, taken, standing)?.key).toBe(key);
});
