import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { googleCalendarUrl, outlookCalendarUrl } from "./calendar-links";

const event = {
  title: "Repair café & tea + cake",
  descriptionText: "Bring <b>it</b>.\nAll of it.",
  url: "https://bell.example/events/k3v9",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: new Date("2026-11-26T21:00Z"),
  zone: "Europe/Paris",
  placeName: "Maison",
  placeAddress: "6 cours des Alliés, Rennes",
};

const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test("googleCalendarUrl fills in everything", () => {
  expect(parametersOf(googleCalendarUrl(event))).toEqual({
    action: "TEMPLATE",
    text: "Repair café & tea + cake",
    dates: "20261126T180000Z/20261126T210000Z",
    ctz: "Europe/Paris",
    details: "Bring <b>it</b>.\nAll of it.\n\nhttps://bell.example/events/k3v9",
    location: "Maison, 6 cours des Alliés, Rennes",
  });
  expect(parametersOf(googleCalendarUrl({ ...event, endsAt: null })).dates).toBe(
    "20261126T180000Z/20261126T180000Z",
  );
});

test("outlookCalendarUrl fills in everything; the body is HTML there", () => {
  const url = outlookCalendarUrl(event, "office");
  expect(new URL(url).host).toBe("outlook.office.com");
  expect(new URL(outlookCalendarUrl(event, "live")).host).toBe("outlook.live.com");
  expect(url).not.toContain("+");
  expect(parametersOf(url)).toEqual({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: "Repair café & tea + cake",
    startdt: "2026-11-26T18:00:00Z",
    enddt: "2026-11-26T21:00:00Z",
    body: "Bring &lt;b&gt;it&lt;/b&gt;.<br>All of it.<br><br>https://bell.example/events/k3v9",
    location: "Maison, 6 cours des Alliés, Rennes",
  });
  expect(parametersOf(outlookCalendarUrl({ ...event, endsAt: null }, "live"))).not.toHaveProperty("enddt");
});

describe("whatever people write", () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("🎉".repeat(99), "<&>", "&date=1", "#", "\ud800"),
      ),
    )
    .map((pieces) => pieces.join(""));

  test("links stay short, whole, and keep their own parameters", () => {
    fc.assert(
      fc.property(text, text, text, (title, descriptionText, placeName) => {
        const given = { ...event, title, descriptionText: descriptionText.repeat(9), placeName };
        for (const url of [googleCalendarUrl(given), outlookCalendarUrl(given, "live")]) {
          expect(url.length).toBeLessThanOrEqual(2000);
          const { details, body } = parametersOf(url);
          expect(details ?? body).toContain(event.url);
          expect(parametersOf(url)).not.toHaveProperty("date");
          expect((body ?? "").replace(/<br>|&(?:lt|gt|amp);/g, "")).not.toMatch(/[<>&]/);
        }
      }),
    );
  });
});
