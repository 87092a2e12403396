import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { follows } from "@/db/schema/follows";
import {
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Document } from "../activity";
import { importActor } from "../import/actor";
import { hear } from "../testing/hear";
import { emptyWeb, farActor, farEvent, farNote } from "../testing/web";
import { listeners } from "./listeners";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

const odd: unknown[] = [
  ...[
    null,
    7,
    -1e308,
    true,
    "",
    "x",
    "\u202e\u0001",
    "constructor",
    "鐘".repeat(3000),
    "-200000-01-01T00:00:00Z",
  ],
  ...[[], {}, [[]], [null], { id: null }, { id: [] }, { id: { id: "x" } }, { type: [] }, { toString: 1 }],
  JSON.parse('{"__proto__":{"id":1},"constructor":7}'),
];

/** Ada follows Grace, who is elsewhere, and wants to come to her event; Grace may come to hers. */
async function begin(db: Database) {
  const ada = await createIdentity(db);
  const event = await createEvent(db, { organizerId: ada.id, capacity: 2 });
  const { id: uri } = farActor();
  const grace = await importActor({ db, actor: { kind: "system" }, now }, uri);
  await db.insert(follows).values({ followerId: ada.id, followedId: grace.id, uri: `${ada.uri}#f` });
  const remote = await createRemoteEvent(db, { organizerId: grace.id });
  const join = await createParticipation(db, remote, { actorId: ada.id, status: "pending" });
  return { uri, event, join };
}

/** What comes is written down with what became of it: a job that fails keeps others waiting, and comes again. */
describe("nothing that strangers write stops who reads it", () => {
  test.for(Object.keys(listeners))("as the object of %s, or beside it", async (type, { db }) => {
    const { uri: actor, event, join } = await begin(db);
    for (const one of odd) {
      expect(await hear(db, { type, actor, object: one })).toMatch(/^(?:unknown|refused|ignored)/);
      const beside = [
        "to",
        "cc",
        "target",
        "published",
        "content",
        "participationMessage",
        "standing",
        "endTime",
      ];
      const more = Object.fromEntries([...beside, "attributedTo", "mediaType"].map((name) => [name, one]));
      for (const object of [event.uri, join.uri, { type, actor, object: event.uri }])
        expect(await hear(db, { type, actor, object, ...more })).toMatch(/^[a-z]+/);
    }
  });

  test.for(["Create", "Update"])("in each property of what is brought by %s", async (type, { db }) => {
    const { uri: actor, event } = await begin(db);
    const place = { type: "Place", name: "Barn", address: {}, latitude: 1.5, longitude: 1.5 };
    const fact = { type: "PropertyValue", propertyID: "mz:plain:x", value: "y", name: "z" };
    const more = { location: place, attachment: [fact], tag: [], organizers: {}, image: "", contentMap: {} };
    for (const [at, one] of odd.entries()) {
      const each = (document: Document, kept: string[]) =>
        Object.fromEntries(
          Object.keys(document).map((name) => [name, kept.includes(name) ? document[name] : one]),
        );
      const told = farEvent(`${at}`, {
        ...more,
        status: "",
        url: "",
        category: "",
        replies: "",
        attendees: {},
      });
      const within = { ...told, location: each(place, ["type"]), attachment: [each(fact, ["type"])] };
      const note = farNote(`${at}`, { inReplyTo: event.uri, tag: [], mediaType: "", isAnnouncement: false });
      for (const object of [
        each(told, ["id", "type", "attributedTo", "name", "startTime", "to"]),
        each(told, ["id", "type", "attributedTo"]),
        within,
        each(note, ["id", "type", "attributedTo", "content", "to", "inReplyTo"]),
        each(farActor("grace", { icon: "", attachment: [] }), ["id", "type", "preferredUsername", "inbox"]),
      ])
        expect(await hear(db, { type, actor, object })).toMatch(/^[a-z]+/);
    }
  });
});
