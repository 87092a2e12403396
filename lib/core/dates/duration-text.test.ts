import { expect, test } from "vitest";
import { durationText } from "./duration-text";

test.each([
  [30, "30 seconds", "30 secondes"],
  [60, "1 minute", "1 minute"],
  [90, "90 seconds", "90 secondes"],
  [900, "15 minutes", "15 minutes"],
  [3600, "1 hour", "1 heure"],
  [86_400, "24 hours", "24 heures"],
])("%i seconds are %s", (seconds, english, french) => {
  expect(durationText(seconds, "en")).toBe(english);
  expect(durationText(seconds, "fr").replaceAll(/\s/g, " ")).toBe(french);
});
