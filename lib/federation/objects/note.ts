import { env } from "@/lib/core/env";
import { commentAnchor } from "@/lib/core/paths";
import type { Document } from "../activity";
import { audienceOf } from "./audience";
import { known, momentText } from "./known";
import { absoluteHtml } from "./text";
import type { ToldComment, ToldFace } from "./told";

/**
 * A comment that everybody can read. Addressed to all, and to whom it concerns: who announced the event, who is answered
 * and who is named. Under an unlisted event followers are left out, who may not know of it.
 */
export function noteDocument(told: ToldComment): Document {
  const { comment, author, event, answered, mentions } = told;
  const concerned = [
    told.organizer.uri,
    ...(answered ? [answered.authorUri] : []),
    ...mentions.map(({ uri }) => uri),
  ];
  const others = concerned.filter((uri) => uri !== author.uri);
  const followers = event.visibility === "public" ? [author.followers] : [];
  return known({
    type: "Note",
    id: comment.uri,
    url: env().ORIGIN + commentAnchor(event.slug, comment.id),
    actor: author.uri,
    attributedTo: author.uri,
    ...audienceOf(event.visibility, { followers, others }),
    inReplyTo: answered?.uri ?? event.uri,
    content: absoluteHtml(comment.html),
    mediaType: "text/html",
    tag: mentions.length > 0 ? mentions.map(mention) : null,
    isAnnouncement: comment.isAnnouncement || null,
    published: momentText(comment.createdAt),
    updated: comment.editedAt && momentText(comment.editedAt),
  });
}

/** Somebody who is named. */
export function mention({ uri, handle, domain }: Pick<ToldFace, "uri" | "handle" | "domain">): Document {
  return { type: "Mention", href: uri, name: `@${handle}@${domain ?? new URL(env().ORIGIN).host}` };
}
