import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import type { CalendarEvent } from "./calendar-event";
import { calendar } from "./ics";
import { invitation } from "./invitation";

// Debian's python3-icalendar: another reader of calendars than ours, where the machine has it.
const python = "/usr/bin/python3";
const isThere = spawnSync(python, ["-c", "import icalendar"]).status === 0;

const script = `
import icalendar, json, sys
from datetime import timezone
instant = lambda value: value.dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
read = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([[str(event["SUMMARY"]), str(event["LOCATION"]), instant(event["DTSTART"]), instant(event["DTEND"]),
  event["SEQUENCE"], str(event["STATUS"])] for event in read.walk("VEVENT")]))
`;

const partiesScript = `
import icalendar, json, sys
read = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
event, = read.walk("VEVENT")
organizer, attendee = event["ORGANIZER"], event["ATTENDEE"]
print(json.dumps([str(read["METHOD"]), str(event["STATUS"]), event["SEQUENCE"],
  str(organizer), organizer.params["CN"],
  str(attendee), attendee.params["CN"], attendee.params["PARTSTAT"], attendee.params["RSVP"]]))
`;

const common: Omit<CalendarEvent, "uid" | "zone" | "startsAt" | "endsAt"> = {
  sequence: 2,
  title: "Fête: soupe, « pain »; et café 🥖",
  descriptionText: "One line.\n\nAnother, after an empty one.",
  url: "https://bell.example/events/k3v9x2m4p7q8ra",
  status: "confirmed",
  placeName: "Maison des Associations",
  placeAddress: "6 cours des Alliés, Rennes",
  organizerName: "Ada Marchand",
  categories: ["Community"],
  updatedAt: new Date("2026-10-02T08:00Z"),
  createdAt: new Date("2026-10-01T08:00Z"),
};

const times: [zone: string, startsAt: string, endsAt: string][] = [
  ["Europe/Paris", "2026-10-24T22:00:00Z", "2026-10-25T02:00:00Z"],
  ["Europe/Paris", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"],
  ["America/New_York", "2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T12:00:00Z", "2026-04-04T16:00:00Z"],
  ["Asia/Kathmandu", "2026-06-01T12:15:00Z", "2026-06-01T14:15:00Z"],
];

test.skipIf(!isThere)("another reader finds the same words, and the same times across clock changes", () => {
  const events = times.map(([zone, startsAt, endsAt], index) => ({
    ...common,
    uid: `event-${index}@bell.example`,
    zone,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const { stdout, stderr } = spawnSync(python, ["-c", script], { input: calendar(events), encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(
    times.map(([, startsAt, endsAt]) => [
      common.title,
      "Maison des Associations, 6 cours des Alliés, Rennes",
      startsAt,
      endsAt,
      2,
      "CONFIRMED",
    ]),
  );
});

test.skipIf(!isThere)("another reader finds whom an invitation is for, and what becomes of the event", () => {
  const [zone, startsAt, endsAt] = times[0]!;
  const event = {
    ...{ ...common, uid: "event@bell.example", zone },
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  };
  const text = invitation(event, {
    method: "CANCEL",
    organizer: { name: "Ada, of the bells", address: "bells@bell.example" },
    attendee: { name: "Zoë O'Hara", address: "zoe@example.org", status: "DECLINED" },
    sequence: 7,
    writtenAt: common.updatedAt,
  });
  const { stdout, stderr } = spawnSync(python, ["-c", partiesScript], { input: text, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    ...["CANCEL", "CANCELLED", 7],
    ...["mailto:bells@bell.example", "Ada, of the bells"],
    ...["mailto:zoe@example.org", "Zoë O'Hara", "DECLINED", "FALSE"],
  ]);
});
