import { generateKeyPairSync } from "node:crypto";
import { notFound } from "@/lib/core/errors";
import { type Document, PUBLIC } from "../activity";

/** What other servers answer in a test, by address. An Error is thrown, as if they were down. */
export const web = new Map<string, Document | Error>();

/** Every address that was asked for, in order. */
export const asked: string[] = [];

/** Stands in for ../fetch/document: `vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching)`. */
export const fetching = {
  fetchDocument: async (_ctx: unknown, uri: string): Promise<Document> => {
    asked.push(uri);
    const found = web.get(uri);
    if (found instanceof Error) throw found;
    if (!found) throw notFound("document_gone");
    return found;
  },
};

/** Forgets what was answered and asked. */
export function emptyWeb(): void {
  web.clear();
  asked.length = 0;
}

const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
const publicKeyPem = publicKey.export({ type: "spki", format: "pem" }).toString();

/** Somebody's document, answered by their server from now on. */
export function farActor(
  name = "grace",
  { host = "far.example", ...values }: Document & { host?: string } = {},
) {
  const id = `https://${host}/users/${name}`;
  const document = {
    id,
    type: "Person",
    preferredUsername: name,
    name: `${name} of ${host}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    endpoints: { sharedInbox: `https://${host}/inbox` },
    url: `https://${host}/@${name}`,
    publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
    ...values,
  };
  web.set(id, document);
  return document as typeof document & Document;
}

/** An event's document, as its server answers it from now on. It is the actor's own. */
export function farEvent(slug = "one", { by, ...values }: Document & { by?: { id: string } } = {}) {
  const owner = by ?? farActor();
  const id = `${new URL(owner.id).origin}/events/${slug}`;
  const document = {
    id,
    type: "Event",
    url: id,
    attributedTo: owner.id,
    actor: owner.id,
    name: "Concert in the barn",
    content: "<p>Bring a <strong>cushion</strong>.</p>",
    startTime: "2026-12-03T19:00:00+01:00",
    endTime: "2026-12-03T22:00:00+01:00",
    timezone: "Europe/Berlin",
    joinMode: "free",
    to: [PUBLIC],
    cc: [`${owner.id}/followers`],
    published: "2026-11-20T10:00:00Z",
    updated: "2026-11-20T10:00:00Z",
    ...values,
  };
  web.set(id, document);
  return document as typeof document & Document;
}

/** What somebody said, as their server answers it from now on. */
export function farNote(slug: string, { by, ...values }: Document & { by?: { id: string } }) {
  const author = by ?? farActor();
  const id = `${author.id}/notes/${slug}`;
  const document = {
    id,
    type: "Note",
    attributedTo: author.id,
    content: "<p>See you <em>there</em>!</p>",
    to: [PUBLIC],
    published: "2026-11-22T10:00:00Z",
    ...values,
  };
  web.set(id, document);
  return document as typeof document & Document;
}
