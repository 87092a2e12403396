import { expect, test } from "vitest";
import { stylesheetName, stylesheetNamed } from "./stylesheet";

test("colours of administrators become a file, and ours need none", () => {
  expect(stylesheetName({ accentLight: null, accentDark: null })).toBeNull();
  const name = stylesheetName({ accentLight: "#2a4f8f", accentDark: null });
  expect(name).toBe("2-2a4f8f-ff9a6b.css");
  const [light, ...dark] = stylesheetNamed(name!)!.split("\n");
  expect(light).toContain("--bell:#2a4f8f;");
  expect(dark.filter(Boolean).at(-1)).toBe(":root:root{--bell-night:#ff9a6b}");
  // Dark on screens alone: paper is light.
  for (const rule of dark.filter(Boolean).slice(0, -1))
    expect(rule).toMatch(/^@media screen\b.*--bell:#ff9a6b;/);
});

test.each([
  "1-2a4f8f-ff9a6b.css",
  "2-2a4f8f.css",
  "2-f2b33d-ff9a6b.css",
  "2-2a4f8f-2a4f8f.css",
  "2-2A4F8F-ff9a6b.css",
  "2-2a4f8f-ff9a6b.css;",
  "",
])("there is no file %j", (name) => expect(stylesheetNamed(name)).toBeNull());
