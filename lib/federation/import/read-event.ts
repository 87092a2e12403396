import type { Event } from "@/db/schema/events";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { plainText } from "@/lib/core/text/plain-text";
import { sanitizeHtml } from "@/lib/core/text/sanitize";
import { detectLanguage } from "@/lib/events/language";
import type { Document } from "../activity";
import { documentIn, idIn, idsIn, typesOf } from "../read";
import { domainOf, isSameOrigin } from "../uris";
import { pageIn } from "./read-actor";
import { readCommentsPolicy, readCounts, readJoining } from "./read-joining";
import { readLinks } from "./read-links";
import { type ReadPicture, readPicture } from "./read-picture";
import { readWhere, type Where } from "./read-place";
import { readStatus } from "./read-status";
import { namesPublic, ownIdIn, plainLineIn, textIn, wordIn } from "./read-text";
import { instantIn, readTimes } from "./read-times";
import { readCategory, readTags } from "./read-topics";

type Columns = { startsAt: Date } & Pick<
  Event,
  | "uri"
  | "domain"
  | "title"
  | "description"
  | "descriptionHtml"
  | "endsAt"
  | "previousStartsAt"
  | "zone"
  | "status"
  | "visibility"
  | "category"
  | "language"
  | "focusX"
  | "focusY"
  | "onlineUrl"
  | "phone"
  | "ticketUrl"
  | "priceNote"
  | "metadata"
  | "commentsPolicy"
  | "externalJoinUrl"
  | "joinMode"
>;

/** What is understood of another server's event. */
export type ReadEvent = {
  columns: Columns;
  place: Where["place"];
  tags: string[];
  /** Who announces it: of its own server. The others, of the same server, host it. */
  organizerUri: string;
  hostUris: string[];
  picture: ReadPicture | null;
  remote: Pick<
    RemoteEvent,
    "url" | "changedAt" | "capacity" | "participantCount" | "remainingCapacity" | "replies"
  >;
};

/** Five times what anybody can write here; hostile HTML of this length costs half a second. */
const MOST_TEXT = 100_000;

type Known = { software?: string; audience?: Document; visibility?: Event["visibility"] };

/** With the organiser. */
const MOST_HOSTS = 10;

/**
 * Reads the document of an event, or says as a slug why it is not kept: `event_not_readable` (no title, no time, no
 * owner of its own server) or `not_public`. `software`: of its server. `audience`: the activity that brought it, for servers
 * that say there alone whose it is, and whom it is for. `visibility`: whom it was for, should nothing say so now (Hubzilla).
 */
export function readEvent(
  document: Document,
  { software = "", audience = {}, visibility: known }: Known = {},
): ReadEvent | { refusal: "event_not_readable" | "not_public" } {
  const uri = idIn(document.id);
  const times = readTimes(document);
  const title = plainLineIn(textIn(document, "name"), 200);
  const owners = uri ? ownersOf(document, audience, uri) : [];
  const [organizerUri, ...hostUris] = owners;
  if (!uri || !typesOf(document).includes("Event") || !times || !title || !organizerUri)
    return { refusal: "event_not_readable" };
  const addressed = [document, audience].find(({ to, cc }) => to !== undefined || cc !== undefined);
  const visibility = addressed ? visibilityOf(addressed) : known;
  if (!visibility || document.draft === true) return { refusal: "not_public" };
  const where = readWhere(document);
  const picture = readPicture(document);
  const links = readLinks(document);
  return {
    columns: {
      uri,
      domain: domainOf(uri),
      title,
      ...wordsOf(document, title),
      ...times,
      previousStartsAt: instantIn(document.previousStartTime, times.zone),
      status: readStatus(document),
      visibility,
      category: readCategory(document),
      focusX: picture?.focusX ?? 50,
      focusY: picture?.focusY ?? 50,
      ...links,
      onlineUrl: where.onlineUrl || links.onlineUrl,
      phone: plainLineIn(document.phoneAddress),
      commentsPolicy: readCommentsPolicy(document),
      ...readJoining(document, software),
    },
    place: where.place,
    tags: readTags(document),
    organizerUri,
    hostUris,
    picture,
    remote: {
      url: pageIn(document.url, uri),
      changedAt: instantIn(document.updated) ?? firstSaid(document, audience),
      ...readCounts(document),
      replies: ownIdIn(document.replies, uri),
    },
  };
}

/**
 * Groups announce, and the person who wrote it down hosts it, as do those whom it names beside; all of them only as far
 * as they are of the event's own server: nobody else's name is used without their word. One that names nobody is whose
 * activity brought it.
 */
function ownersOf(document: Document, audience: Document, uri: string): string[] {
  const { orderedItems, items } = documentIn(document.organizers) ?? {};
  const named = [idIn(document.attributedTo), idIn(document.actor)].filter((id) => id !== null);
  const announcing = named.length > 0 ? named : [idIn(audience.actor)].filter((id) => id !== null);
  const hosting = named.length > 0 ? idsIn(orderedItems ?? items) : [];
  const own = [...announcing, ...hosting].filter((id) => isSameOrigin(id, uri));
  return [...new Set(own)].slice(0, MOST_HOSTS);
}

/** What was just made is as old as it is; of a change that tells no time nobody knows. */
function firstSaid(document: Document, audience: Document): Date | null {
  return audience.type === "Create" ? instantIn(document.published) : null;
}

/** Null: for a few only. */
function visibilityOf({ to, cc }: Document): Event["visibility"] | null {
  if (namesPublic(to)) return "public";
  return namesPublic(cc) ? "unlisted" : null;
}

/** Pictures of others are left out of the text: they would tell their server who reads it. */
function wordsOf(document: Document, title: string) {
  const content = textIn(document, "content") ?? textIn(document, "summary");
  const text = typeof content === "string" ? content.slice(0, MOST_TEXT) : "";
  const isMarkdown = document.mediaType === "text/markdown";
  const descriptionHtml = isMarkdown ? renderMarkdown(text) : sanitizeHtml(text).trim();
  const description = plainText(descriptionHtml);
  return { description, descriptionHtml, language: languageOf(document, `${title} ${description}`) };
}

function languageOf(document: Document, words: string): string {
  const maps = ["contentMap", "nameMap"].map((name) => Object.keys(documentIn(document[name]) ?? {}));
  const told = [document.inLanguage, ...maps.filter(({ length }) => length === 1).flat()];
  const codes = told.map((code) => /^([a-z]{2,3})(?:[-_]|$)/i.exec(wordIn(code))?.[1]?.toLowerCase());
  return codes.find((code) => code && code !== "und") ?? detectLanguage(words);
}
