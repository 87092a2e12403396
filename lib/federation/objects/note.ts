import { env } from "@/lib/core/env";
import { commentAnchor } from "@/lib/core/paths";
import type { Document } from "../activity";
import { audienceOf } from "./audience";
import { known, momentText } from "./known";
import { absoluteHtml } from "./text";
import type { ToldComment, ToldFace } from "./told";

/**
 * A comment, for whom its event is for now and whom it concerns: who announced the event, who is answered and who is named.
 * Under an unlisted event followers are left out, who may not know of it; under one that is for a few, everybody else.
 */
export function noteDocument(told: ToldComment): Document {
  const { comment, author, event, answered, mentions } = told;
  const concerned = [
    told.organizer.uri,
    ...(answered ? [answered.authorUri] : []),
    ...mentions.map(({ uri }) => uri),
  ];
  const others = concerned.filter((uri) => uri !== author.uri);
  const audience = event.isForFew ? "few" : event.visibility;
  const followers = audience === "public" ? [author.followers] : [];
  return known({
    type: "Note",
    id: comment.uri,
    url: env().ORIGIN + commentAnchor(event.slug, comment.id),
    actor: author.uri,
    attributedTo: author.uri,
    ...audienceOf(audience, { followers, others }),
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
