import { expect, test } from "vitest";
import { tellableChanges } from "./changes";

test.each([
  [["title"], ["title"]],
  [["endsAt", "startsAt", "zone"], ["time"]],
  [
    ["title", "placeAddress", "startsAt"],
    ["time", "place", "title"],
  ],
  [
    ["onlineUrl", "status"],
    ["moved_online", "place"],
  ],
  [["description", "descriptionHtml", "pictureId", "capacity", "tags", "toString"], []],
  [[], []],
])("of %j people hear %j", (changed, told) => {
  expect(tellableChanges(changed, { status: "moved_online" })).toEqual(told);
});

test("that an event is called off is told by another mail", () => {
  expect(tellableChanges(["status"], { status: "cancelled" })).toEqual([]);
});
