import { describe, expect, test } from "vitest";
import type { Document } from "../activity";
import { CONTEXT } from "../context";
import { actorDocument } from "./actor";
import { announceActivity, createActivity } from "./create";
import { eventDocument } from "./event";
import { changeNote, companionNote } from "./event-notes";
import { noteDocument } from "./note";
import { someActor, someComment, someEvent, someFace, somePicture, somePlace } from "./testing/told";
import { tombstone } from "./tombstone";

const full = someEvent(
  {
    priceNote: "3 €",
    ticketUrl: "https://tickets.example/1",
    onlineUrl: "https://stream.example/bikes",
    phone: "+49 30 1234",
    focusX: 25,
    focusY: 0,
    placeId: "id of place",
    metadata: [
      { key: "mz:accessibility:wheelchairAccessible", value: "fully" },
      { key: "mz:plain:1", title: "Dress code", value: "something warm" },
    ],
    descriptionHtml:
      '<p><img src="/media/zyxwvutsrqpnmkjhgfed" alt="The workshop" loading="lazy" decoding="async" /></p>',
  },
  {
    hosts: [
      someFace("la_grimpe"),
      someFace("grace", {
        uri: "https://far.example/users/grace",
        domain: "far.example",
        followers: "https://far.example/users/grace/followers",
      }),
    ],
    contacts: [someFace("ada")],
    picture: somePicture(),
    textPictures: [
      somePicture({ name: "zyxwvutsrqpnmkjhgfed", alt: "The workshop", width: 960, height: 720 }),
    ],
    tags: ["bikes", "repair-café"],
  },
);

const golden: Record<string, () => Document> = {
  "actor.person": () => actorDocument(someActor()),
  "actor.person-with-everything": () =>
    actorDocument(
      someActor({
        avatar: somePicture({ kind: "avatar", width: 256, height: 256, widths: [96, 256] }),
        banner: somePicture({ kind: "banner", width: 1500, height: 500 }),
        fields: [
          { name: "Pronouns", value: "she & her" },
          { name: "Site", value: "https://ada.example/" },
        ],
      }),
    ),
  "actor.person-for-participants": () =>
    actorDocument(
      someActor({
        visibility: "participants",
        avatar: somePicture({ kind: "avatar", width: 256, height: 256, widths: [96, 256] }),
        fields: [{ name: "Site", value: "https://ada.example/" }],
      }),
    ),
  "actor.server": () =>
    actorDocument(
      someActor({
        kind: "application",
        handle: "relay",
        uri: "http://localhost:3000/relay",
        name: "localhost:3000",
        summaryHtml: "",
      }),
    ),
  "event.plain": () => eventDocument(someEvent()),
  "event.with-everything": () => eventDocument(full),
  "event.unlisted": () => eventDocument(someEvent({ visibility: "unlisted" })),
  "event.rescheduled": () => eventDocument(someEvent({ previousStartsAt: new Date("2026-11-30T18:00:00Z") })),
  "event.cancelled": () => eventDocument(someEvent({ status: "cancelled", language: "fr" })),
  "event.postponed": () => eventDocument(someEvent({ status: "postponed" })),
  "event.open-end": () => eventDocument(someEvent({ endsAt: null })),
  "event.hidden-address-and-numbers": () =>
    eventDocument(someEvent({ isAddressHidden: true, guestList: "hidden" })),
  "event.online": () =>
    eventDocument(
      someEvent(
        {
          placeName: "",
          placeAddress: "",
          latitude: null,
          longitude: null,
          onlineUrl: "https://meet.example/x",
          language: "und",
        },
        { place: null },
      ),
    ),
  "event.online-for-participants": () =>
    eventDocument(
      someEvent({ status: "moved_online", onlineUrl: "https://meet.example/secret", joinMode: "approval" }),
    ),
  "event.joined-elsewhere": () =>
    eventDocument(
      someEvent({ joinMode: "external", externalJoinUrl: "https://join.example/1", capacity: null }),
    ),
  "event.without-answers-and-comments": () =>
    eventDocument(someEvent({ joinMode: "none", commentsPolicy: "closed", capacity: null })),
  "event.typed-place": () => eventDocument(someEvent({}, { place: null })),
  "note.comment": () => noteDocument(someComment()),
  "note.answer-with-mentions": () =>
    noteDocument(
      someComment(
        { inReplyToId: "x", editedAt: new Date("2026-11-22T09:40:00Z") },
        {
          answered: { uri: "https://far.example/notes/1", authorUri: "https://far.example/users/linus" },
          mentions: [
            someFace("ada"),
            { ...someFace("rosa"), uri: "https://far.example/users/rosa", domain: "far.example" },
          ],
        },
      ),
    ),
  "note.announcement-of-unlisted": () =>
    noteDocument(
      someComment(
        { isAnnouncement: true },
        { author: someFace("ada"), event: { ...someEvent().event, visibility: "unlisted", isForFew: false } },
      ),
    ),
  "note.companion": () => companionNote(full),
  "note.changed-time": () =>
    changeNote(someEvent({ previousStartsAt: new Date("2026-11-30T18:00:00Z") }), ["time"], change),
  "note.changed-time-and-place": () => changeNote(someEvent({ language: "fr" }), ["time", "place"], change),
  "note.cancelled": () => changeNote(someEvent({ status: "cancelled" }), ["cancelled", "place"], change),
  tombstone: () => tombstone("http://localhost:3000/events/abcdefghjk2345", "Event", change.at),
  "create.event": () => createActivity(eventDocument(someEvent())),
  "announce.event": () => announceActivity(eventDocument(someEvent())),
};

const change = { nonce: "x7", at: new Date("2026-11-23T12:00:00Z") };

describe("what leaves", () => {
  test.each(Object.entries(golden))("%s", async (name, write) => {
    await expect(`${JSON.stringify(write(), null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });

  test("says nothing that other servers trip over", () => {
    for (const write of Object.values(golden)) {
      const document = write();
      eachValue(document, (value) => expect(value).not.toBeNull());
      for (const key of ["actor", "attributedTo", "location"])
        expect(Array.isArray(document[key])).toBe(false);
      for (const one of (document.attachment as Document[] | undefined) ?? []) {
        expect(one.type).toBeTypeOf("string");
        if (one.type === "Image")
          expect(one).toMatchObject({ url: expect.any(String), name: expect.any(String) });
      }
    }
  });

  test("writes degrees with a fraction always", () => {
    const { latitude, longitude } = eventDocument(someEvent({ latitude: 48, longitude: -0 }))
      .location as Document;
    expect(JSON.stringify([latitude, longitude])).toBe("[48.0000001,1e-7]");
  });

  test("has a word in the context for whatever it says", () => {
    const terms = new Set([...Object.keys(CONTEXT[2]), ...known]);
    for (const [name, write] of Object.entries(golden)) {
      eachKey(write(), (key) => expect(terms.has(key), `${key} in ${name}`).toBe(true));
    }
  });

  test("puts the picture before all else, so that Gancio finds it, and calls it Banner, so that Mobilizon does", () => {
    const [first] = eventDocument(full).attachment as Document[];
    expect(first).toMatchObject({ name: "Banner", isBannerImage: true, focalPoint: [-0.5, 0.99] });
    expect(eventDocument(someEvent({}, { place: somePlace }))).toMatchObject({ attachment: [] });
  });
});

/** Of the two contexts that all know, and what only Mobilizon reads without one. */
const known =
  "id type actor attributedTo to cc object name nameMap summary content contentMap mediaType url href published updated startTime endTime preferredUsername inbox outbox followers following endpoints sharedInbox publicKey owner publicKeyPem icon image attachment tag inReplyTo replies totalItems first partOf orderedItems width height latitude longitude formerType deleted draft contacts phoneAddress isAnnouncement en fr".split(
    " ",
  );

function eachKey(value: unknown, look: (key: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) look(key);
    eachKey(inner, look);
  }
}

function eachValue(value: unknown, look: (value: unknown) => void): void {
  look(value);
  if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) eachValue(inner, look);
}
