import { z } from "zod";

// What schema.org says (types and what they may be used for) of everything that an event's page tells, and of that
// what Google's documentation asks for. Written down by hand: a property or a type that is not here fails the test.

const iri = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);
const word = (...names: string[]) => z.enum(names.map((name) => `https://schema.org/${name}`));
/** ISO 8601 with an offset: Google reads a time without one as local to nobody knows where. */
const moment = z.iso.datetime({ offset: true });

const postalAddress = z.strictObject({
  "@type": z.literal("PostalAddress"),
  streetAddress: words.optional(),
  postalCode: words.optional(),
  addressLocality: words.optional(),
  addressRegion: words.optional(),
  /** ISO 3166-1, two letters. */
  addressCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

const place = z.strictObject({
  "@type": z.literal("Place"),
  name: words,
  address: postalAddress.refine((address) => Object.keys(address).length > 1, "an address says something"),
  geo: z
    .strictObject({
      "@type": z.literal("GeoCoordinates"),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    })
    .optional(),
});

const room = z.strictObject({ "@type": z.literal("VirtualLocation"), url: iri });
const location = z.union([place, room]);

const host = z.strictObject({
  "@type": z.enum(["Organization", "Person"]),
  name: words,
  url: iri.optional(),
});

const offer = z.strictObject({
  "@type": z.literal("Offer"),
  url: iri,
  description: words.optional(),
  price: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .optional(),
  /** ISO 4217. */
  priceCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  availability: word("InStock", "SoldOut", "PreOrder"),
});

const oneOrMore = <T extends z.ZodType>(type: T) => z.union([type, z.array(type).min(1)]);

/** An Event that Google takes: name, start and place are required, the rest is recommended. */
export const schemaOrgEvent = z
  .strictObject({
    "@context": z.literal("https://schema.org"),
    "@type": z.literal("Event"),
    "@id": iri,
    url: iri,
    name: words,
    description: words.optional(),
    inLanguage: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    startDate: moment,
    endDate: moment.optional(),
    previousStartDate: moment.optional(),
    eventStatus: oneOrMore(
      word("EventScheduled", "EventPostponed", "EventMovedOnline", "EventCancelled", "EventRescheduled"),
    ),
    eventAttendanceMode: word(
      "OfflineEventAttendanceMode",
      "OnlineEventAttendanceMode",
      "MixedEventAttendanceMode",
    ),
    location: oneOrMore(location).optional(),
    image: z.array(iri).min(1).optional(),
    keywords: words.optional(),
    organizer: oneOrMore(host),
    offers: offer.optional(),
    maximumAttendeeCapacity: z.int().positive().optional(),
  })
  .refine(({ startDate, endDate }) => !endDate || Date.parse(endDate) > Date.parse(startDate))
  .refine(({ previousStartDate, eventStatus }) => {
    return (
      Boolean(previousStartDate) === [eventStatus].flat().includes("https://schema.org/EventRescheduled")
    );
  }, "what has another time says which it had")
  .refine((event) => modeOf(event) === event.eventAttendanceMode, "the mode says where it is");

function modeOf({ location: given }: { location?: z.infer<typeof location> | z.infer<typeof location>[] }) {
  const types = [given ?? []].flat().map((one) => one["@type"]);
  const isOnline = types.includes("VirtualLocation");
  const isSomewhere = types.includes("Place");
  const mode = isOnline ? (isSomewhere ? "Mixed" : "Online") : "Offline";
  return `https://schema.org/${mode}EventAttendanceMode`;
}
