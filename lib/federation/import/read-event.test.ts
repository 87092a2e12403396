import { describe, expect, test } from "vitest";
import { type Document, PUBLIC } from "../activity";
import { readEvent } from "./read-event";

const base = {
  id: "https://far.example/e/1",
  type: "Event",
  attributedTo: "https://far.example/u/grace",
  name: "Concert",
  startTime: "2026-12-03T19:00:00+01:00",
  to: [PUBLIC],
};

function read(values: Document = {}, options: Parameters<typeof readEvent>[1] = {}) {
  const found = readEvent({ ...base, ...values }, options);
  if ("refusal" in found) throw new Error(found.refusal);
  return found;
}

const refusal = (values: Document) => {
  const found = readEvent({ ...base, ...values });
  return "refusal" in found ? found.refusal : null;
};

describe("readEvent", () => {
  test("reads what Mobilizon sends", () => {
    const event = read({
      actor: "https://far.example/u/ada",
      attributedTo: "https://far.example/g/bikes",
      content: '<p>Bring a <b>bike</b>.</p><img src="https://far.example/track.png" onerror="x()">',
      inLanguage: "en-GB",
      endTime: "2026-12-03T22:00:00+01:00",
      timezone: "Europe/Berlin",
      category: "SPORTS",
      status: "TENTATIVE",
      joinMode: "restricted",
      maximumAttendeeCapacity: 30,
      remainingAttendeeCapacity: 12,
      participantCount: 18,
      repliesModerationOption: "closed",
      tag: [{ type: "Hashtag", name: "#Bikes" }, { type: "Mention", name: "@x" }, "#repair"],
      attachment: [
        { type: "PropertyValue", propertyID: "mz:accessibility:wheelchairAccessible", value: "fully" },
        { type: "PropertyValue", propertyID: "mz:live:peertube:url", value: "javascript:alert(1)" },
        { type: "PropertyValue", propertyID: "mz:ticket:external_url", value: "https://t.example/" },
        { type: "PropertyValue", propertyID: "mz:plain:price", value: "5 €", name: "Price" },
        { type: "Document", name: "Banner", mediaType: "image/jpeg", url: "https://far.example/b.jpg" },
        { type: "Link", name: "Website", mediaType: "text/html", href: "https://bikes.example" },
      ],
      location: {
        type: "Place",
        name: "Werkstatt",
        address: {
          streetAddress: "Beispielstr. 1",
          postalCode: "10115",
          addressLocality: "Berlin",
          addressCountry: "Germany",
        },
        latitude: 52.5312345678,
        longitude: 13.38,
      },
      updated: "2026-11-21T10:00:00Z",
    });
    expect(event.columns).toMatchObject({
      descriptionHtml: "<p>Bring a <b>bike</b>.</p>",
      ...{ description: "Bring a bike.", language: "en", zone: "Europe/Berlin", status: "tentative" },
      ...{ joinMode: "approval", category: "SPORTS", commentsPolicy: "closed", visibility: "public" },
      ...{ onlineUrl: "https://bikes.example/", ticketUrl: "https://t.example/", priceNote: "5 €" },
      metadata: [{ key: "mz:accessibility:wheelchairAccessible", value: "fully" }],
      startsAt: new Date("2026-12-03T18:00:00Z"),
      endsAt: new Date("2026-12-03T21:00:00Z"),
    });
    expect(event.place).toEqual({
      ...{ placeName: "Werkstatt", placeAddress: "Beispielstr. 1", postalCode: "10115", locality: "Berlin" },
      ...{ country: "DE", latitude: 52.531235, longitude: 13.38 },
    });
    expect(event).toMatchObject({
      tags: ["bikes", "repair"],
      organizerUri: "https://far.example/g/bikes",
      hostUris: ["https://far.example/u/ada"],
      picture: { url: "https://far.example/b.jpg", alt: "" },
      remote: { capacity: 30, remainingCapacity: 12, participantCount: 18 },
    });
  });

  test("reads when it is, whichever way that is told", () => {
    const times = (values: Document) => {
      const { startsAt, endsAt, zone } = read(values).columns;
      return [startsAt.toISOString(), endsAt?.toISOString() ?? null, zone];
    };
    expect(times({})).toEqual(["2026-12-03T18:00:00.000Z", null, "Europe/Paris"]);
    expect(times({ startTime: "2026-12-03T18:00:00-00:00" })).toEqual([
      "2026-12-03T18:00:00.000Z",
      null,
      "UTC",
    ]);
    expect(times({ startTime: "2026-12-03T18:00:00", eventTimezone: "Asia/Tokyo" })[0]).toBe(
      "2026-12-03T09:00:00.000Z",
    );
    expect(times({ startTime: "2026-12-03T18:00:00+0545" })[2]).toBe("Asia/Kathmandu");
    expect(times({ startTime: "2026-12-03T18:00:00-12:00" })[2]).toBe("Etc/GMT+12");
    for (const startTime of [
      "2026-12-03T18:00:00+02",
      "2026-12-03T18:00+0200",
      "2026-12-03T18:00:00.123+02:00",
    ])
      expect(times({ startTime })).toEqual([expect.stringMatching(/T16:00:00/), null, "Europe/Athens"]);
    expect(times({ timezone: "Mars/Olympus", startTime: "2026-12-03T18:00:00Z" })[2]).toBe("UTC");
    expect(times({ endTime: "2026-12-03T20:00:00+01:00", displayEndTime: false })[1]).toBeNull();
    expect(times({ endTime: "2026-12-01T20:00:00+01:00" })[1]).toBeNull();
    expect(
      times({ startTime: undefined, previousStartTime: base.startTime, eventStatus: "EventPostponed" })[0],
    ).toBe("2026-12-03T18:00:00.000Z");
  });

  test("reads where it is, whichever way that is told", () => {
    const where = (location: unknown) => {
      const { place, columns } = read({ location });
      return [place.placeName, place.placeAddress, columns.onlineUrl];
    };
    expect(where("Somewhere 1")).toEqual(["Somewhere 1", "", ""]);
    expect(where("https://meet.example/x")).toEqual(["", "", "https://meet.example/x"]);
    expect(where({ type: "Place", content: "Somewhere 1" })).toEqual(["Somewhere 1", "", ""]);
    expect(where({ type: "Place", name: "Barn", address: "Lane 3" })).toEqual(["Barn", "Lane 3", ""]);
    expect(
      where([
        { type: "VirtualLocation", url: "https://meet.example/" },
        { type: "Place", name: "Barn" },
      ]),
    ).toEqual(["Barn", "", "https://meet.example/"]);
    expect(where(null)).toEqual(["", "", ""]);
    expect(read({ location: { type: "Place", latitude: "48.5", longitude: 2 } }).place.latitude).toBe(48.5);
    expect(read({ location: { type: "Place", latitude: 148, longitude: 2 } }).place.latitude).toBeNull();
  });

  test("reads how people take part", () => {
    const joining = (values: Document, software = "") => {
      const { joinMode, externalJoinUrl } = read(values, { software }).columns;
      return [joinMode, externalJoinUrl];
    };
    expect(joining({ joinMode: "free" })).toEqual(["free", ""]);
    expect(joining({ joinMode: "external", externalParticipationUrl: "https://x.example/" })).toEqual([
      "external",
      "https://x.example/",
    ]);
    expect(joining({ joinMode: "external", externalParticipationUrl: "javascript:x" })[0]).toBe("none");
    for (const joinMode of ["none", "invite", "whatever"]) expect(joining({ joinMode })[0]).toBe("none");
    expect(joining({})[0]).toBe("none");
    expect(joining({}, "mobilizon")[0]).toBe("free");
  });

  test("reads whether it takes place, by the newer word, else by the older one", () => {
    const status = (values: Document) => read(values).columns.status;
    expect(status({ eventStatus: "EventScheduled", status: "CANCELLED" })).toBe("cancelled");
    expect(status({ eventStatus: "https://schema.org/EventMovedOnline" })).toBe("moved_online");
    expect(status({ "ical:status": "CANCELLED" })).toBe("cancelled");
    expect(status({ eventStatus: "EventRescheduled", status: "CONFIRMED" })).toBe("confirmed");
  });

  test("reads whom it is for, from what brought it too", () => {
    const visibility = (values: Document, audience?: Document) => {
      const found = readEvent({ ...base, to: undefined, ...values }, audience ? { audience } : {});
      return "refusal" in found ? found.refusal : found.columns.visibility;
    };
    expect(visibility({ to: "as:Public" })).toBe("public");
    expect(visibility({ cc: [PUBLIC], to: [] })).toBe("unlisted");
    expect(visibility({ to: ["https://far.example/u/grace/followers"] })).toBe("not_public");
    expect(visibility({})).toBe("not_public");
    expect(visibility({}, { to: [PUBLIC] })).toBe("public");
    expect(visibility({ to: ["https://far.example/u/x"] }, { to: [PUBLIC] })).toBe("not_public");
    expect(visibility({ to: [PUBLIC], draft: true })).toBe("not_public");
  });

  test("takes nobody of another server for its organiser", () => {
    expect(refusal({ attributedTo: "https://else.example/u/x" })).toBe("event_not_readable");
    const event = read({
      attributedTo: "https://else.example/g/x",
      actor: "https://far.example/u/ada",
      organizers: {
        orderedItems: ["https://far.example/u/ada", "https://far.example/u/co", "https://else.example/y"],
      },
    });
    expect([event.organizerUri, event.hostUris]).toEqual([
      "https://far.example/u/ada",
      ["https://far.example/u/co"],
    ]);
  });

  test("refuses what has no title, no time, no id", () => {
    for (const wrong of [
      { name: "" },
      { name: "<br>" },
      { startTime: "tomorrow" },
      { startTime: undefined },
      { startTime: "9999-01-01T00:00:00Z" },
      { id: undefined },
      { type: "Note" },
      { attributedTo: undefined },
    ])
      expect(refusal(wrong)).toBe("event_not_readable");
  });

  test("bounds what is long", () => {
    const event = read({
      name: "long ".repeat(1000),
      content: `<p>${"word ".repeat(100_000)}</p>`,
      tag: Array.from({ length: 500 }, (_, n) => ({ type: "Hashtag", name: `tag${n}` })),
      category: ["NOTHING", "festivals"],
    });
    expect(event.columns.title.length).toBeLessThanOrEqual(200);
    expect(event.columns.descriptionHtml.length).toBeLessThanOrEqual(101_000);
    expect(event.tags).toHaveLength(10);
    expect(event.columns.category).toBe("PERFORMING_VISUAL_ARTS");
  });

  test("finds the picture, what it shows, and what must stay in sight", () => {
    const picture = (values: Document) => read(values).picture;
    expect(
      picture({ image: { type: "Image", url: { type: "Link", href: "https://far.example/f.png" } } })?.url,
    ).toBe("https://far.example/f.png");
    expect(
      picture({
        attachment: [
          { type: "Document", mediaType: "application/pdf", url: "https://far.example/a.pdf" },
          { type: "Image", url: "https://far.example/1.jpg", name: "a.jpg" },
          {
            type: "Image",
            url: "https://far.example/2.jpg",
            isBannerImage: true,
            name: "A choir",
            focalPoint: [0.5, -1],
          },
        ],
      }),
    ).toEqual({ url: "https://far.example/2.jpg", alt: "A choir", focusX: 75, focusY: 100 });
    expect(
      picture({ attachment: { type: "Image", url: "https://far.example/1.jpg", name: "a.jpg" } })?.alt,
    ).toBe("");
    expect(picture({ attachment: [{ type: "Image", url: "data:image/png;base64,x" }] })).toBeNull();
  });
});
