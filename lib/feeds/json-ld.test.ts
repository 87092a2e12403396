import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventJsonLd, type PublicEvent } from "./json-ld";
import { schemaOrgEvent } from "./testing/schema-org";

const event: PublicEvent = {
  uid: "k3v9@bell.example",
  sequence: 0,
  title: "Repair café",
  descriptionText: "Bring what is broken.",
  url: "https://bell.example/events/k3v9",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: null,
  previousStartsAt: null,
  zone: "Europe/Paris",
  status: "confirmed",
  place: {
    name: "Maison",
    address: "6 cours des Alliés, Rennes",
    parts: null,
    latitude: null,
    longitude: null,
  },
  organizerName: "Ada Marchand",
  hosts: [{ name: "Ada Marchand", url: "https://bell.example/@ada" }],
  isOnline: false,
  onlineUrl: null,
  imageUrls: ["https://bell.example/media/a.webp"],
  categories: ["community"],
  language: "en",
  capacity: null,
  isFull: false,
  priceNote: "",
  ticketUrl: null,
  updatedAt: new Date(0),
  createdAt: new Date(0),
};

const parsed = (given: Partial<PublicEvent>) => JSON.parse(eventJsonLd({ ...event, ...given }));
const word = (name: string) => `https://schema.org/${name}`;
const meeting = { isOnline: true, onlineUrl: "https://meet.example/x" };

describe("eventJsonLd", () => {
  test("describes an event in schema.org's words", () => {
    expect(parsed({})).toEqual({
      "@context": "https://schema.org",
      "@type": "Event",
      "@id": "https://bell.example/events/k3v9",
      url: "https://bell.example/events/k3v9",
      name: "Repair café",
      description: "Bring what is broken.",
      inLanguage: "en",
      startDate: "2026-11-26T19:00:00+01:00",
      eventStatus: word("EventScheduled"),
      eventAttendanceMode: word("OfflineEventAttendanceMode"),
      location: {
        "@type": "Place",
        name: "Maison",
        address: { "@type": "PostalAddress", streetAddress: "6 cours des Alliés, Rennes" },
      },
      image: ["https://bell.example/media/a.webp"],
      keywords: "community",
      organizer: { "@type": "Organization", name: "Ada Marchand", url: "https://bell.example/@ada" },
    });
  });

  test("tells an address by its parts and the point where they are known", () => {
    const parts = { street: "6 cours", postalCode: "35000", locality: "Rennes", region: "", country: "FR" };
    const place = { name: "Maison", address: "x", parts, latitude: 48.1, longitude: -1.68 };
    expect(parsed({ place }).location).toEqual({
      "@type": "Place",
      name: "Maison",
      address: {
        "@type": "PostalAddress",
        streetAddress: "6 cours",
        postalCode: "35000",
        addressLocality: "Rennes",
        addressCountry: "FR",
      },
      geo: { "@type": "GeoCoordinates", latitude: 48.1, longitude: -1.68 },
    });
  });

  test.each([
    ["tentative", "EventScheduled"],
    ["postponed", "EventPostponed"],
    ["cancelled", "EventCancelled"],
    ["moved_online", "EventMovedOnline"],
  ] as const)("tells that it is %s", (status, name) => {
    expect(parsed({ status }).eventStatus).toBe(word(name));
  });

  test("tells that it has another time than was announced, and which that was", () => {
    const previousStartsAt = new Date("2026-07-01T17:00Z");
    const told = { previousStartDate: "2026-07-01T19:00:00+02:00" };
    expect(parsed({ previousStartsAt })).toMatchObject({ eventStatus: word("EventRescheduled"), ...told });
    expect(parsed({ previousStartsAt, status: "moved_online" })).toMatchObject({
      eventStatus: [word("EventMovedOnline"), word("EventRescheduled")],
      ...told,
    });
    for (const status of ["cancelled", "postponed"] as const)
      expect(parsed({ previousStartsAt, status })).toEqual(parsed({ status }));
  });

  test("tells online and mixed events, and keeps an address to itself that is not for everybody", () => {
    expect(parsed(meeting).location).toHaveLength(2);
    expect(parsed(meeting).eventAttendanceMode).toBe(word("MixedEventAttendanceMode"));
    expect(parsed({ ...meeting, place: null })).toMatchObject({
      eventAttendanceMode: word("OnlineEventAttendanceMode"),
      location: { "@type": "VirtualLocation", url: "https://meet.example/x" },
    });
    expect(parsed({ isOnline: true, place: null }).location.url).toBe(event.url);
    expect(parsed({ status: "moved_online" }).location).toEqual({
      "@type": "VirtualLocation",
      url: event.url,
    });
  });

  test("tells all who host it, what it costs and where tickets are", () => {
    const hosts = [...event.hosts, { name: "La Grimpe", url: null }];
    expect(parsed({ hosts }).organizer[1]).toEqual({ "@type": "Organization", name: "La Grimpe" });
    expect(parsed({ priceNote: "5 €", ticketUrl: "https://tickets.example/" }).offers).toEqual({
      "@type": "Offer",
      url: "https://tickets.example/",
      description: "5 €",
      price: "5",
      priceCurrency: "EUR",
      availability: word("InStock"),
    });
    expect(parsed({ priceNote: "pay what you can", isFull: true, capacity: 3 })).toMatchObject({
      offers: { availability: word("SoldOut"), url: event.url },
      maximumAttendeeCapacity: 3,
    });
  });

  test("says only what schema.org knows and Google accepts, whatever the event", () => {
    const text = fc.string({ minLength: 1 });
    const given = fc.record({
      status: fc.constantFrom("confirmed", "tentative", "postponed", "cancelled", "moved_online"),
      place: fc.option(fc.constant(event.place)),
      isOnline: fc.boolean(),
      onlineUrl: fc.option(fc.constant("https://meet.example/x")),
      previousStartsAt: fc.option(fc.constant(new Date("2026-11-25T18:00Z"))),
      endsAt: fc.option(fc.constant(new Date("2026-11-26T21:00Z"))),
      zone: fc.constantFrom("Europe/Paris", "Asia/Kathmandu", "Australia/Lord_Howe", "no zone"),
      priceNote: fc.oneof(fc.constantFrom("", "5 €", "free"), text),
      ticketUrl: fc.option(fc.constant("https://tickets.example/")),
      imageUrls: fc.constantFrom([], event.imageUrls),
      title: text,
      descriptionText: fc.string(),
    });
    fc.assert(
      fc.property(given, (some) => {
        expect(schemaOrgEvent.safeParse(parsed(some as Partial<PublicEvent>)).error).toBeUndefined();
      }),
    );
  });

  test("cannot leave its script element, and stays JSON", () => {
    const piece = fc.constantFrom("</script>", "<!--", "<script", "]]>", "&", "\u2028", '"', "\\");
    const text = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (title) => {
        expect(eventJsonLd({ ...event, title, descriptionText: title })).not.toMatch(/[<>&\u2028\u2029]/);
        expect(parsed({ title }).name).toBe(title);
      }),
    );
  });
});
