import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventJsonLd, type PublicEvent } from "./json-ld";

const event: PublicEvent = {
  uid: "k3v9@bell.example",
  sequence: 0,
  title: "Repair café",
  descriptionText: "Bring what is broken.",
  url: "https://bell.example/events/k3v9",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: null,
  zone: "Europe/Paris",
  status: "confirmed",
  placeName: "Maison",
  placeAddress: "6 cours des Alliés, Rennes",
  organizerName: "Ada Marchand",
  organizerUrl: "https://bell.example/@ada",
  onlineUrl: null,
  imageUrls: ["https://bell.example/media/a.webp"],
  categories: ["Community"],
  updatedAt: new Date(0),
  createdAt: new Date(0),
};

const parsed = (given: Partial<PublicEvent>) => JSON.parse(eventJsonLd({ ...event, ...given }));

describe("eventJsonLd", () => {
  test("describes an event in schema.org's words", () => {
    expect(parsed({})).toEqual({
      "@context": "https://schema.org",
      "@type": "Event",
      "@id": "https://bell.example/events/k3v9",
      url: "https://bell.example/events/k3v9",
      name: "Repair café",
      description: "Bring what is broken.",
      startDate: "2026-11-26T19:00:00+01:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      location: { "@type": "Place", name: "Maison", address: "6 cours des Alliés, Rennes" },
      image: ["https://bell.example/media/a.webp"],
      keywords: "Community",
      organizer: { "@type": "Organization", name: "Ada Marchand", url: "https://bell.example/@ada" },
    });
  });

  test("tells cancelled, online and mixed events", () => {
    const online = { onlineUrl: "https://meet.example/x" };
    expect(parsed({ status: "cancelled" }).eventStatus).toBe("https://schema.org/EventCancelled");
    expect(parsed(online).location).toHaveLength(2);
    expect(parsed(online).eventAttendanceMode).toBe("https://schema.org/MixedEventAttendanceMode");
    expect(parsed({ ...online, placeName: null, placeAddress: null })).toMatchObject({
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      location: { "@type": "VirtualLocation", url: "https://meet.example/x" },
    });
    expect(parsed({ endsAt: new Date("2026-11-26T21:00Z") }).endDate).toBe("2026-11-26T22:00:00+01:00");
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
