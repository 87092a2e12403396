import { expect, test } from "vitest";
import { initialsOf, toneOf } from "./initials";

test.each([
  ["Ada Marchand", "AM"],
  ["Jean-Luc de la Tour", "JT"],
  ["zoé", "Z"],
  ["Édith Piaf", "ÉP"],
  ["北京", "北"],
  ["🎉 Party", "P"],
  ["", "?"],
])("%s becomes %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a name keeps its colour", () => {
  expect(toneOf("Ada Marchand")).toBe(toneOf("Ada Marchand"));
  expect([0, 1, 2, 3]).toContain(toneOf("Grace Hopper"));
});
