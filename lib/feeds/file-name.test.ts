import { expect, test } from "vitest";
import { fileName } from "./file-name";

test.each([
  ["Repair café: bring what is broken", "repair-cafe-bring-what-is-broken.ics"],
  ["Œuvres à l’écoute", "oeuvres-a-l-ecoute.ics"],
  ["北京", "event.ics"],
  ['"; rm -rf /\r\nX: y', "rm-rf-x-y.ics"],
  ["a".repeat(100), `${"a".repeat(60)}.ics`],
])("%s is saved under a name that every system takes", (title, name) => {
  expect(fileName(title, "ics")).toBe(name);
});
