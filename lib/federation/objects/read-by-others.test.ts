import { existsSync, readFileSync } from "node:fs";
import { getDocumentLoader } from "@fedify/fedify";
import { Announce, Create, Event, Note, Person, Object as Thing, Tombstone } from "@fedify/fedify/vocab";
import { describe, expect, test } from "vitest";
import type { Document } from "../activity";
import { CONTEXT } from "../context";
import { readActor } from "../import/read-actor";
import { readEvent } from "../import/read-event";
import { readNote } from "../import/read-note";
import { makePair } from "../signature/testing/signing";
import { actorDocument } from "./actor";
import { announceActivity, createActivity } from "./create";
import { eventDocument } from "./event";
import { companionNote } from "./event-notes";
import { noteDocument } from "./note";
import { someActor, someComment, someEvent, someFace, somePicture, somePlace } from "./testing/told";
import { tombstone } from "./tombstone";

/** As another server got it. */
const sent = (document: Document): Document =>
  JSON.parse(
    JSON.stringify({ "@context": CONTEXT, ...document }).replaceAll(
      "http://localhost:3000",
      "https://bells.example",
    ),
  );

describe("another Carillon", () => {
  test("reads of an event what it says", () => {
    const told = someEvent(
      {
        endsAt: null,
        previousStartsAt: new Date("2026-11-30T18:00:00Z"),
        onlineUrl: "https://stream.example/bikes",
        phone: "+49 30 1234",
        priceNote: "3 €",
        ticketUrl: "https://tickets.example/1",
        metadata: [
          { key: "mz:accessibility:wheelchairAccessible", value: "fully" },
          { key: "mz:plain:1", title: "Dress code", value: "something warm" },
        ],
        language: "de",
        latitude: 52,
        focusX: 25,
        focusY: 10,
      },
      { hosts: [someFace("grace")], picture: somePicture(), tags: ["bikes", "tea"], going: 17 },
    );
    const { title, startsAt, previousStartsAt, zone, status, category, ...event } = told.event;
    const { language, phone, priceNote, ticketUrl, metadata, onlineUrl, focusX, focusY } = event;
    expect(readEvent(sent(eventDocument(told)))).toMatchObject({
      columns: {
        ...{ title, startsAt, previousStartsAt, zone, status, category },
        ...{ language, phone, priceNote, ticketUrl, metadata, onlineUrl, focusX, focusY },
        endsAt: null,
        visibility: "public",
        joinMode: "free",
        commentsPolicy: "open",
        descriptionHtml: event.descriptionHtml,
      },
      place: {
        placeName: "Werkstatt",
        placeAddress: "Beispielstr. 1",
        locality: "Berlin",
        country: "DE",
        latitude: 52,
      },
      tags: ["bikes", "tea"],
      organizerUri: "https://bells.example/@ada",
      hostUris: ["https://bells.example/@grace"],
      picture: { url: expect.stringContaining("-1600.webp"), alt: "People around a table full of toasters" },
      remote: { capacity: 30, participantCount: 17, remainingCapacity: 12 },
    });
  });

  test.each([
    [{ joinMode: "approval" }, { joinMode: "approval" }],
    [{ joinMode: "none" }, { joinMode: "none" }],
    [
      { joinMode: "external", externalJoinUrl: "https://join.example/1" },
      { joinMode: "external", externalJoinUrl: "https://join.example/1" },
    ],
    [{ commentsPolicy: "closed" }, { commentsPolicy: "closed" }],
    [{ visibility: "unlisted" }, { visibility: "unlisted" }],
    [{ status: "tentative" }, { status: "tentative" }],
    [{ status: "postponed" }, { status: "postponed" }],
    [{ status: "moved_online" }, { status: "moved_online" }],
    [{ status: "cancelled" }, { status: "cancelled" }],
  ] as const)("reads %j", (values, columns) => {
    expect(readEvent(sent(eventDocument(someEvent(values))))).toMatchObject({ columns });
  });

  test("reads who somebody is, and what they said", () => {
    const fields = [{ name: "Site", value: "https://ada.example/" }];
    const actor = actorDocument(someActor({ fields, key: { uri: `${someActor().uri}#key-x`, publicPem } }));
    expect(readActor(sent(actor))).toMatchObject({
      face: { kind: "person", handle: "ada", domain: "bells.example", name: "Ada Marchand" },
      remote: { sharedInbox: "https://bells.example/inbox", isLocked: false },
      key: { uri: "https://bells.example/@ada#key-x" },
      fields,
    });
    expect(readNote(sent(noteDocument(someComment())))).toMatchObject({
      authorUri: "https://bells.example/@grace",
      inReplyTo: "https://bells.example/events/abcdefghjk2345",
      isPublic: true,
    });
  });
});

const publicPem = makePair().spki;

describe("software that expands JSON-LD", () => {
  const options = { contextLoader: getDocumentLoader(), documentLoader: getDocumentLoader() };
  const read = (document: Document) => Thing.fromJsonLd(sent(document), options);
  const event = someEvent({}, { picture: somePicture(), tags: ["bikes"], place: somePlace });

  test("finds in our documents what they are", async () => {
    expect(await read(eventDocument(event))).toBeInstanceOf(Event);
    expect(await read(companionNote(event))).toBeInstanceOf(Note);
    expect(await read(noteDocument(someComment()))).toBeInstanceOf(Note);
    expect(await read(createActivity(eventDocument(event)))).toBeInstanceOf(Create);
    expect(await read(announceActivity(eventDocument(event)))).toBeInstanceOf(Announce);
    expect(await read(tombstone("http://localhost:3000/x", "Event"))).toBeInstanceOf(Tombstone);
    const key = { uri: `${someActor().uri}#key-x`, publicPem };
    const ada = await read(actorDocument(someActor({ key })));
    expect(ada).toBeInstanceOf(Person);
    expect((ada as Person).inboxId?.href).toBe("https://bells.example/@ada/inbox");
  });

  test("reads times, attachments and names of an event", async () => {
    const read = (await Event.fromJsonLd(sent(eventDocument(event)), options)) as Event;
    expect(String(read.name)).toBe("Bike repair & tea");
    expect(read.startTime?.toString()).toBe("2026-12-03T18:00:00Z");
    expect(read.attributionId?.href).toBe("https://bells.example/@ada");
    expect(read.toIds.map(({ href }) => href)).toContain("https://www.w3.org/ns/activitystreams#Public");
  });
});

const recommended = "../shared/fixtures/events/constructed__recommended-event.json";

test.skipIf(!existsSync(recommended))("an event has all that the form has which everybody takes", () => {
  const form: Document = JSON.parse(readFileSync(recommended, "utf8"));
  const ours = eventDocument(someEvent({}, { picture: somePicture(), tags: ["bikes"], place: somePlace }));
  // Its `uuid` is optional everywhere, and an id of ours that leaves would be one more to know an event by.
  const missing = Object.keys(form).filter(
    (key) => !(key in ours) && !["_note", "@context", "uuid"].includes(key),
  );
  expect(missing).toEqual([]);
  for (const key of Object.keys(form))
    if (key in ours) expect([key, typeof ours[key]]).toEqual([key, typeof form[key]]);
});
