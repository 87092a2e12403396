import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { changesInYear } from "@/lib/core/dates/zone-changes";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import type { CalendarEvent } from "./calendar-event";
import { calendar, maxCalendarEvents } from "./ics";

const repairCafe: CalendarEvent = {
  uid: "k3v9x2m4p7q8ra@bell.example",
  sequence: 2,
  title: "Repair café: bring what is broken",
  descriptionText: "Toasters, lamps; trousers.\n\nTea is provided.",
  url: "https://bell.example/events/k3v9x2m4p7q8ra",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: new Date("2026-11-26T21:00Z"),
  zone: "Europe/Paris",
  status: "confirmed",
  placeName: "Maison des Associations",
  placeAddress: "6 cours des Alliés, Rennes",
  organizerName: "Ada Marchand",
  categories: ["Community", "Making, mending"],
  updatedAt: new Date("2026-10-02T08:00Z"),
  createdAt: new Date("2026-10-01T08:00Z"),
};

function read(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
}

function readOne(event: CalendarEvent): ICAL.Component {
  const [component] = read(calendar([event]));
  if (!component) throw new Error("no event in the file");
  return component;
}

function instantIn(component: ICAL.Component, name: string): string {
  return (component.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();
}

describe("calendar", () => {
  test("is the file that calendars expect", async () => {
    await expect(calendar([repairCafe])).toMatchFileSnapshot("./testing/repair-cafe.ics");
  });

  test("says the same every time, so that the answer has a strong ETag", () => {
    expect(calendar([repairCafe])).toBe(calendar([{ ...repairCafe }]));
  });

  test("tells that an event is cancelled, tentative, or has no end", () => {
    expect(readOne({ ...repairCafe, status: "cancelled" }).getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(readOne({ ...repairCafe, status: "tentative" }).getFirstPropertyValue("status")).toBe("TENTATIVE");
    expect(readOne({ ...repairCafe, endsAt: null }).getFirstProperty("dtend")).toBeNull();
    expect(readOne({ ...repairCafe, endsAt: repairCafe.startsAt }).getFirstProperty("dtend")).toBeNull();
  });

  test("names no address of the organizer", () => {
    expect(calendar([repairCafe])).not.toMatch(/ORGANIZER|mailto/i);
  });

  test("leaves out what is not known", () => {
    const bare = {
      ...repairCafe,
      placeName: null,
      placeAddress: null,
      organizerName: null,
      categories: [],
      url: "x:y",
    };
    expect(calendar([bare])).not.toMatch(/^(?:LOCATION|CONTACT|CATEGORIES|URL)/m);
  });

  test("makes feeds with a name, each zone once, and a bounded number of events", () => {
    const events = Array.from({ length: 1001 }, (_, i) => ({ ...repairCafe, uid: `${i}@bell.example` }));
    const text = calendar(events, { name: "Rennes, vivante" });
    expect(text).toContain("X-WR-CALNAME:Rennes\\, vivante\r\n");
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(read(text)).toHaveLength(maxCalendarEvents);
  });

  test("an empty feed is a calendar too", () => {
    expect(read(calendar([], { name: "Nothing" }))).toEqual([]);
  });
});

describe("times", () => {
  const zones = [
    ...[
      "Europe/Paris",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "UTC",
      "Africa/Casablanca",
    ],
    ...[
      "Europe/Dublin",
      "Africa/Cairo",
      "Asia/Jerusalem",
      "Pacific/Apia",
      "America/Asuncion",
      "Etc/GMT+5",
      "No/Where",
    ],
  ];
  const moment = fc
    .tuple(
      fc.constantFrom(...zones),
      fc.integer({ min: 1972, max: 2199 }),
      fc.nat(),
      fc.integer({ min: -200, max: 200 }),
    )
    .map(([zone, year, pick, minutes]) => {
      const changes = zone === "No/Where" ? [] : changesInYear(zone, year);
      const at =
        changes[pick % Math.max(1, changes.length)]?.at.getTime() ??
        Date.UTC(year, pick % 12, 1 + (pick % 28));
      return { zone, startsAt: new Date(Math.floor(at / 60_000 + minutes) * 60_000) };
    });

  test("are read as the same instants in every zone, around clock changes above all", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 * 24 * 400 }), ({ zone, startsAt }, minutes) => {
        const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
        const component = readOne({ ...repairCafe, zone, startsAt, endsAt });
        expect(instantIn(component, "dtstart")).toBe(startsAt.toISOString());
        expect(instantIn(component, "dtend")).toBe(endsAt.toISOString());
      }),
      { numRuns: 400 },
    );
  });

  test("also when one file holds many zones and years", () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 12 }), (moments) => {
        const events = moments.map((given, i) => ({
          ...repairCafe,
          ...given,
          endsAt: null,
          uid: `${i}@bell.example`,
        }));
        const found = read(calendar(events)).map((component) => instantIn(component, "dtstart"));
        expect(found).toEqual(moments.map(({ startsAt }) => startsAt.toISOString()));
      }),
    );
  });

  test("keep the zone, but for the hour that clocks show twice", () => {
    const inZone = (startsAt: string) =>
      calendar([{ ...repairCafe, startsAt: new Date(startsAt), endsAt: null }]);
    expect(inZone("2026-10-24T23:30Z")).toContain("DTSTART;TZID=Europe/Paris:20261025T013000\r\n");
    expect(inZone("2026-10-25T00:30Z")).toContain("DTSTART:20261025T003000Z\r\n");
    expect(inZone("2026-10-25T01:30Z")).toContain("DTSTART:20261025T013000Z\r\n");
    expect(calendar([{ ...repairCafe, zone: "UTC" }])).toContain("DTSTART:20261126T180000Z\r\n");
  });

  test("have one STANDARD and one DAYLIGHT, as Outlook wants it", () => {
    for (const zone of ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"]) {
      const text = calendar([{ ...repairCafe, zone }]);
      expect(text.match(/BEGIN:(?:STANDARD|DAYLIGHT)/g)?.sort()).toEqual([
        "BEGIN:DAYLIGHT",
        "BEGIN:STANDARD",
      ]);
    }
  });
});

describe("hostile text", () => {
  const piece = fc.constantFrom(
    ...[
      "\r\n",
      "\n",
      "\r",
      "BEGIN:VEVENT",
      "END:VCALENDAR",
      "ATTENDEE:mailto:a@b.example",
      ":",
      ";",
      ",",
      "\\",
      "\\n",
      '"',
    ],
    ...[
      "🎉",
      "👩‍👩‍👧",
      "مرحبا",
      "\u202e",
      "\u0000",
      "\u0085",
      "\u2028",
      "\ud800",
      "=cmd()",
      "\t",
      "^n",
      "é".repeat(40),
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: "grapheme" })), { maxLength: 12 })
    .map((pieces) => pieces.join("").slice(0, 280));

  test("comes back as it was, and starts no property of its own", () => {
    fc.assert(
      fc.property(text, text, text, (title, descriptionText, name) => {
        const event = {
          ...repairCafe,
          title,
          descriptionText,
          placeName: name,
          categories: [name],
          uid: `a${name}@b`,
        };
        const file = calendar([event], { name });
        expect(file.match(/^[A-Z-]+/gm)).toEqual(expect.arrayContaining(["SUMMARY"]));
        const [component, ...others] = read(file);
        expect(others).toEqual([]);
        expect(component?.getFirstPropertyValue("summary")).toBe(cleanLine(title));
        const description = [cleanText(descriptionText), event.url].filter(Boolean).join("\n\n");
        expect(component?.getFirstPropertyValue("description")).toBe(description);
        expect(component?.getAllProperties().map((property) => property.name)).not.toContain("attendee");
      }),
      { numRuns: 500 },
    );
  });

  test("never makes a line longer than 75 octets, nor cuts a character", () => {
    fc.assert(
      fc.property(text, (title) => {
        const file = calendar([{ ...repairCafe, title, descriptionText: title.repeat(5), placeName: title }]);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("is bounded", () => {
    const long = "🎉é".repeat(100_000);
    const huge = {
      ...repairCafe,
      title: long,
      descriptionText: long,
      placeName: long,
      categories: Array(500).fill(long),
    };
    expect(calendar([huge]).length).toBeLessThan(60_000);
  });
});
