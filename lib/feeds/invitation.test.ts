import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "./calendar-event";
import { calendar } from "./ics";
import { type Invitation, invitation } from "./invitation";

const repairCafe: CalendarEvent = {
  uid: "k3v9x2m4p7q8ra@bell.example",
  sequence: 2,
  title: "Repair café: bring what is broken",
  descriptionText: "Toasters, lamps; trousers.",
  url: "https://bell.example/events/k3v9x2m4p7q8ra",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: new Date("2026-11-26T21:00Z"),
  zone: "Europe/Paris",
  status: "confirmed",
  placeName: "Maison des Associations",
  placeAddress: "6 cours des Alliés, Rennes",
  organizerName: "Ada Marchand",
  categories: ["Community"],
  updatedAt: new Date("2026-10-02T08:00Z"),
  createdAt: new Date("2026-10-01T08:00Z"),
};

const toGrace: Invitation = {
  method: "REQUEST",
  organizer: { name: "Ada Marchand", address: "bells@bell.example" },
  attendee: { name: "Grace Hopper", address: "grace@example.org", status: "ACCEPTED" },
  sequence: 5,
  writtenAt: new Date("2026-11-23T12:00Z"),
};

function read(text: string) {
  const file = new ICAL.Component(ICAL.parse(text));
  const event = file.getFirstSubcomponent("vevent")!;
  return { method: file.getFirstPropertyValue("method"), event };
}

function readOne(values: Partial<Invitation> = {}) {
  return read(invitation(repairCafe, { ...toGrace, ...values }));
}

describe("invitation", () => {
  test("is what calendars take by themselves", async () => {
    await expect(invitation(repairCafe, toGrace)).toMatchFileSnapshot("./testing/invitation.ics");
  });

  test("asks the reader alone, in the server's name, and for no reply", () => {
    const { method, event } = readOne();
    expect(method).toBe("REQUEST");
    const [attendee, ...others] = event.getAllProperties("attendee");
    expect(others).toEqual([]);
    expect(attendee!.getFirstValue()).toBe("mailto:grace@example.org");
    expect(attendee!.getParameter("partstat")).toBe("ACCEPTED");
    expect(attendee!.getParameter("rsvp")).toBe("FALSE");
    expect(attendee!.getParameter("cn")).toBe("Grace Hopper");
    expect(event.getFirstProperty("organizer")!.getFirstValue()).toBe("mailto:bells@bell.example");
    expect(event.getFirstProperty("organizer")!.getParameter("cn")).toBe("Ada Marchand");
  });

  test("is the event that its page offers, later and with a higher number", () => {
    const { event } = readOne();
    const { event: published } = read(calendar([repairCafe]));
    const said = (name: string) => String(event.getFirstPropertyValue(name));
    for (const name of ["uid", "dtstart", "dtend", "summary", "location", "url"])
      expect(said(name)).toBe(String(published.getFirstPropertyValue(name)));
    expect([said("sequence"), said("dtstamp")]).toEqual(["5", "2026-11-23T12:00:00Z"]);
    expect(said("status")).toBe("CONFIRMED");
  });

  test("takes it out again", () => {
    const { method, event } = readOne({
      method: "CANCEL",
      attendee: { ...toGrace.attendee, status: "DECLINED" },
    });
    expect(method).toBe("CANCEL");
    expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test.each([
    [`Grace "Bug" Hopper`, "Grace 'Bug' Hopper"],
    ["Grace; CN=Eve: Hopper", "Grace; CN=Eve: Hopper"],
    ["Grace\r\nATTENDEE:mailto:eve@example.org", "Grace ATTENDEE:mailto:eve@example.org"],
  ])("cannot be given another line by the name %j", (name, told) => {
    const { event } = readOne({
      attendee: { ...toGrace.attendee, name },
      organizer: { ...toGrace.organizer, name },
    });
    expect(event.getAllProperties("attendee")).toHaveLength(1);
    expect(event.getFirstProperty("attendee")!.getParameter("cn")).toBe(told);
    expect(event.getFirstProperty("organizer")!.getParameter("cn")).toBe(told);
  });

  test("leaves a name away that nobody gave", () => {
    const { event } = readOne({ attendee: { ...toGrace.attendee, name: "" } });
    expect(event.getFirstProperty("attendee")!.getParameter("cn")).toBeUndefined();
  });

  test.each([
    ["grace+bells@example.org", "mailto:grace+bells@example.org"],
    ["o'hara@example.org", "mailto:o'hara@example.org"],
    ["a b?x&y@example.org", "mailto:a%20b%3Fx%26y@example.org"],
  ])("writes the address %s as a URI", (address, uri) => {
    const { event } = readOne({ attendee: { ...toGrace.attendee, address } });
    expect(event.getFirstProperty("attendee")!.getFirstValue()).toBe(uri);
  });
});
