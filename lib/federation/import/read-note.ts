import { renderMarkdown } from "@/lib/core/text/markdown";
import type { Document } from "../activity";
import { documentIn, idIn, listOf, typesOf } from "../read";
import { isSameOrigin } from "../uris";
import { namesPublic, textIn } from "./read-text";
import { instantIn } from "./read-times";

/** What is understood of something that was said on another server. */
export type ReadNote = {
  uri: string;
  authorUri: string;
  /** Not yet made safe; empty: nothing was said (a vote, a picture alone). */
  html: string;
  inReplyTo: string | null;
  /** Everybody may read it; if not, it is a message to somebody. */
  isPublic: boolean;
  /** The ids of those whom it names. */
  mentions: string[];
  /** Said by a host to all who come, as it claims. */
  isAnnouncement: boolean;
  saidAt: Date | null;
  changedAt: Date | null;
};

const MOST_MENTIONS = 20;

/** Reads a Note; null where it has no author of its own server. Its author is one: nobody speaks for another. */
export function readNote(document: Document): ReadNote | null {
  const uri = idIn(document.id);
  const authorUri = idIn(document.attributedTo) ?? idIn(document.actor);
  if (!uri || !authorUri || !isSameOrigin(uri, authorUri)) return null;
  const content = textIn(document, "content");
  const text = typeof content === "string" ? content.slice(0, 50_000) : "";
  return {
    uri,
    authorUri,
    html: document.mediaType === "text/markdown" ? renderMarkdown(text) : text,
    inReplyTo: idIn(document.inReplyTo),
    isPublic: namesPublic(document.to) || namesPublic(document.cc),
    mentions: mentionsIn(document),
    isAnnouncement: document.isAnnouncement === true,
    saidAt: instantIn(document.published),
    changedAt: instantIn(document.updated),
  };
}

function mentionsIn({ tag }: Document): string[] {
  const named = listOf(tag, 100).flatMap((one) => {
    const document = documentIn(one);
    const id = document && typesOf(document).includes("Mention") ? idIn(document.href) : null;
    return id ?? [];
  });
  return [...new Set(named)].slice(0, MOST_MENTIONS);
}
