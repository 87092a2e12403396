import { expect, test } from "vitest";
import { asLocale, isLocale } from "./locale";

test.each([
  ["fr", "fr"],
  ["fr-CA", "fr"],
  ["FR_be", "fr"],
  ["en-GB", "en"],
  ["de", "en"],
  ["toString", "en"],
  ["", "en"],
  [null, "en"],
  [undefined, "en"],
])("%s is answered in %s", (asked, spoken) => {
  expect(asLocale(asked)).toBe(spoken);
});

test("knows its own languages only", () => {
  expect(["en", "fr", "de", "", null, 1].filter(isLocale)).toEqual(["en", "fr"]);
});
