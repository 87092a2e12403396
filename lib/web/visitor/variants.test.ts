import { describe, expect, test } from "vitest";
import { parseVariant } from "./variants";

describe("parseVariant", () => {
  test("reads language and theme", () => {
    expect(parseVariant("en")).toEqual({ locale: "en", theme: null });
    expect(parseVariant("fr.dark")).toEqual({ locale: "fr", theme: "dark" });
  });

  test.each(["", "de", "en.", "en.blue", "en.dark.x", "EN", ".dark"])("refuses %j", (segment) => {
    expect(parseVariant(segment)).toBeNull();
  });
});
