import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bellName, bellNamed } from "./bell";

test("the bell in colours of administrators is ours in others, and ours needs no file of its own", () => {
  expect(bellName({ accentLight: null, accentDark: null })).toBeNull();
  const name = bellName({ accentLight: "#14532d", accentDark: null });
  expect(name).toBe("bell-14532d-ff9a6b.svg");
  const ours = readFileSync("public/favicon.svg", "utf8");
  expect(bellNamed(name!)).toBe(ours.replace("#b4431f", "#14532d"));
});

test.each(["bell-ffd400-ffd400.svg", "bell-14532d.svg", "bell-14532d-ff9a6b.svg;", "bell-14532D-ff9a6b.svg"])(
  "there is no file %j",
  (name) => expect(bellNamed(name)).toBeNull(),
);
