import { expect, test } from "vitest";
import { readersOf } from "./readers";

test("the search hears of whatever changes who announces an event", () => {
  const changes = [
    "event.host_accepted",
    "event.host_left",
    "event.host_removed",
    "event.handed_over",
  ] as const;
  for (const change of changes) expect(readersOf(change), change).toContain("indexEvent");
});
