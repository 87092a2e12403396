import { expect, test } from "vitest";
import { zoneOptions } from "./zone-options";

const labelsOf = (options: ReturnType<typeof zoneOptions>) =>
  options.flatMap((entry) => ("options" in entry ? entry.options : [entry])).map(({ label }) => label);

test("tells by how much clocks differ at a moment, if asked", () => {
  const summer = labelsOf(zoneOptions("fr", "Europe/Paris", new Date("2026-07-15T12:00Z")));
  expect(summer).toEqual(
    expect.arrayContaining(["Paris (UTC+2)", "Le Caire (UTC+3)", "Kathmandu (UTC+5:45)", "UTC"]),
  );
  expect(labelsOf(zoneOptions("fr", "Europe/Paris"))).toContain("Paris");
});

test("offers a stored zone that is listed under another name, first", () => {
  expect(zoneOptions("en", "Asia/Calcutta")[0]).toEqual({ value: "Asia/Calcutta", label: "Asia/Calcutta" });
  expect(zoneOptions("en", "Asia/Kolkata")[0]).toHaveProperty("options");
});
