import fc from "fast-check";
import { expect, test } from "vitest";
import { type Document, PUBLIC } from "../activity";
import { readActor } from "./read-actor";
import { readEvent } from "./read-event";
import { readNote } from "./read-note";

/** Names that are looked for, so that what is drawn by chance gets far into the readers. */
const names = [
  ...["id", "type", "name", "nameMap", "content", "contentMap", "summary", "url", "href", "to", "cc", "tag"],
  ...[
    "attributedTo",
    "actor",
    "startTime",
    "endTime",
    "timezone",
    "location",
    "address",
    "latitude",
    "longitude",
  ],
  ...["attachment", "image", "icon", "focalPoint", "propertyID", "value", "category", "inLanguage", "status"],
  ...[
    "organizers",
    "orderedItems",
    "attendees",
    "totalItems",
    "maximumAttendeeCapacity",
    "updated",
    "published",
  ],
  ...[
    "inbox",
    "endpoints",
    "sharedInbox",
    "publicKey",
    "publicKeyPem",
    "owner",
    "preferredUsername",
    "inReplyTo",
  ],
];

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      ...[
        "https://far.example/1",
        "https://else.example/",
        "javascript:x",
        PUBLIC,
        "2026-12-03T19:00:00+01:00",
      ],
      ...[
        "Event",
        "Person",
        "Note",
        "Place",
        "Image",
        "PropertyValue",
        "<p>x",
        "2026-99-99T99:99",
        "mz:live:x",
        "constructor",
        "__proto__",
      ],
    ),
    fc.double(),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("document"),
  ),
  document: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 12 }),
})).document as fc.Arbitrary<Document>;

const whole = {
  id: "https://far.example/1",
  attributedTo: "https://far.example/2",
  name: "A name",
  content: "Words",
  startTime: "2026-12-03T19:00:00Z",
  preferredUsername: "grace",
  inbox: "https://far.example/inbox",
  to: PUBLIC,
};

test("whatever is sent is read or refused: readers never throw", () => {
  fc.assert(
    fc.property(anything, fc.constantFrom("Event", "Person", "Note"), (drawn, type) => {
      for (const document of [drawn, { ...whole, type, ...drawn }, { ...drawn, ...whole, type }]) {
        readActor(document);
        readNote(document);
        const event = readEvent(document);
        if ("refusal" in event) continue;
        const { columns, place, tags } = event;
        expect(columns.title.length).toBeLessThanOrEqual(200);
        expect(columns.startsAt.getTime()).not.toBeNaN();
        expect(columns.endsAt === null || columns.endsAt > columns.startsAt).toBe(true);
        expect((place.latitude === null) === (place.longitude === null)).toBe(true);
        expect(tags.length).toBeLessThanOrEqual(10);
        for (const url of [columns.onlineUrl, columns.ticketUrl, columns.externalJoinUrl, event.remote.url])
          expect(url === "" || /^https?:/.test(url)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
