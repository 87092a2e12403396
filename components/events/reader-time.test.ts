import { expect, test } from "vitest";
import { readerTime } from "./reader-time";

const evening = {
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: new Date("2026-11-26T21:00Z"),
  zone: "Europe/Paris",
  locale: "en",
};

test("is the clock alone on the same day", () => {
  expect(readerTime(evening, "America/Toronto")).toBe("13:00 – 16:00");
});

test("has the date where it is another day", () => {
  expect(readerTime(evening, "Asia/Tokyo")).toBe("Friday 27 November 2026, 03:00 – 06:00");
});

test("has both dates when it lasts for days", () => {
  const camp = { ...evening, endsAt: new Date("2026-11-28T20:00Z") };
  expect(readerTime(camp, "America/Toronto")).toBe(
    "Thursday 26 November, 13:00 – Saturday 28 November 2026, 15:00",
  );
});

test("is nothing where the clocks show the same, or where nobody knows the reader's", () => {
  expect(readerTime(evening, "Europe/Berlin")).toBeNull();
  expect(readerTime(evening, "Mars/Olympus")).toBeNull();
});
