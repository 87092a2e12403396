import { createPublicKey } from "node:crypto";
import type { ActorRow } from "@/db/schema/actors";
import type { RemoteActor } from "@/db/schema/remote-actors";
import { sanitizeHtml } from "@/lib/core/text/sanitize";
import type { Document } from "../activity";
import { documentIn, entryOf, idIn, listOf, typesOf } from "../read";
import { domainOf, isSameOrigin } from "../uris";
import { addressIn, lineIn, ownIdIn, plainLineIn, textIn } from "./read-text";

type Face = Pick<ActorRow, "kind" | "handle" | "domain" | "uri" | "name" | "summaryHtml">;
type Known = Omit<RemoteActor, "actorId" | "refreshedAt" | "avatarUrl" | "bannerUrl">;

/** What is understood of another server's actor. */
export type ReadActor = {
  face: Face;
  remote: Known;
  avatarUrl: string | null;
  bannerUrl: string | null;
  key: { uri: string; publicPem: string } | null;
  /** Lines that it says of itself, as text. */
  fields: { name: string; value: string }[];
};

const kinds: Record<string, ActorRow["kind"]> = {
  Person: "person",
  Group: "group",
  Organization: "group",
  Service: "application",
  Application: "application",
};

const MOST_FIELDS = 8;

/** As it is spelt, which is three times longer than it is written where it has letters of other alphabets. */
const LONGEST_INBOX = 2000;

/**
 * Reads the document of an actor; null where something is missing that nobody can do without, or belongs to another
 * server. What it says about its followers, inboxes and pages counts only on its own server.
 */
export function readActor(document: Document): ReadActor | null {
  const uri = idIn(document.id);
  const kind = typesOf(document)
    .map((type) => entryOf(kinds, type))
    .find(Boolean);
  const handle = handleIn(document.preferredUsername);
  const inbox = uri && inboxIn(document.inbox, uri);
  if (!uri || !kind || !handle || !inbox) return null;
  const summary = textIn(document, "summary");
  const endpoints = documentIn(document.endpoints) ?? {};
  return {
    face: {
      kind,
      handle,
      domain: domainOf(uri),
      uri,
      name: plainLineIn(textIn(document, "name"), 100) || handle,
      summaryHtml: typeof summary === "string" ? sanitizeHtml(summary.slice(0, 20_000)).trim() : "",
    },
    remote: {
      inbox,
      sharedInbox: inboxIn(endpoints.sharedInbox ?? document.sharedInbox, uri),
      outbox: ownIdIn(document.outbox, uri),
      followers: ownIdIn(document.followers, uri),
      upcomingEvents: ownIdIn(document.upcomingEvents ?? document.events ?? endpoints.events, uri),
      url: pageIn(document.url, uri),
      isLocked: document.manuallyApprovesFollowers === true,
    },
    avatarUrl: addressIn(document.icon) || null,
    bannerUrl: addressIn(document.image) || null,
    key: keyIn(document, uri),
    fields: fieldsIn(document),
  };
}

/** Whether it is somebody who acts. */
export function isActor(document: Document): boolean {
  return typesOf(document).some((type) => Object.hasOwn(kinds, type));
}

/** Letters, digits and the few signs that servers allow in names. */
function handleIn(value: unknown): string | null {
  const handle = lineIn(value, 100);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.~-]*$/u.test(handle) ? handle : null;
}

/** In the one spelling by which its server is known: what is decided about servers must find it. */
function inboxIn(value: unknown, uri: string): string | null {
  const id = ownIdIn(value, uri);
  const { href } = new URL(id ?? uri);
  return id && href.length <= LONGEST_INBOX ? href : null;
}

/** The page for people; the id itself where none is told, or one of another server. */
export function pageIn(value: unknown, uri: string): string {
  const pages = listOf(value, 10).filter((one) => {
    const type = documentIn(one)?.mediaType;
    return type === undefined || type === null || type === "text/html";
  });
  const address = addressIn(pages);
  return address && isSameOrigin(address, uri) ? address : uri;
}

/** The key with which it signs: of its own server, and owned by nobody else. */
function keyIn({ publicKey }: Document, uri: string): ReadActor["key"] {
  for (const one of listOf(publicKey, 10)) {
    const key = documentIn(one);
    const id = key && ownIdIn(key.id, uri);
    const publicPem = key && readPem(key.publicKeyPem);
    const owner = key && (idIn(key.owner) ?? idIn(key.controller) ?? uri);
    if (id && publicPem && owner === uri) return { uri: id, publicPem };
  }
  return null;
}

/** PKCS#1 and SPKI alike; RSA of a length that can be trusted and does not take seconds to verify. */
function readPem(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 5000) return null;
  try {
    const key = createPublicKey(value.trim());
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    const isUsable = key.asymmetricKeyType === "rsa" && bits >= 1024 && bits <= 8192;
    return isUsable ? key.export({ type: "spki", format: "pem" }).toString() : null;
  } catch {
    return null;
  }
}

function fieldsIn({ attachment }: Document): ReadActor["fields"] {
  return listOf(attachment, 20)
    .flatMap((one) => {
      const line = documentIn(one);
      if (!line || !typesOf(line).includes("PropertyValue")) return [];
      return { name: plainLineIn(line.name, 100), value: plainLineIn(line.value, 500) };
    })
    .filter(({ name, value }) => name && value)
    .slice(0, MOST_FIELDS);
}
