import { expect, test } from "vitest";
import { countryCodes, countryOf } from "./countries";

test("knows the countries of today, and no groups or former ones", () => {
  expect(countryCodes.length).toBeGreaterThanOrEqual(249);
  for (const code of ["FR", "GB", "XK", "TW", "NP"]) expect(countryCodes).toContain(code);
  for (const code of ["EU", "UN", "SU", "DD", "UK", "FX", "ZZ", "XA"])
    expect(countryCodes).not.toContain(code);
});

test.each([
  ["fr", "", "FR"],
  ["", "Germany", "DE"],
  ["", "allemagne", "DE"],
  ["XX", "Belgium", "BE"],
  ["XX", "Atlantis", ""],
])("reads %j, %j as %j", (code, name, expected) => {
  expect(countryOf(code, name)).toBe(expected);
});
