import { escapeXml } from "@/lib/core/text/xml";
import type { Document } from "../activity";
import { companionUri } from "../objects/event-notes";
import { mention } from "../objects/note";
import type { ToldEvent, ToldFace } from "../objects/told";
import type { Form } from "../software";

type Person = Pick<ToldFace, "uri" | "handle" | "domain">;

/**
 * A Note for one person alone: addressed to them, named in it (Mastodon shows it as a direct message by that), and to
 * nobody else, so that nobody learns who else got one. `nonce` makes its id theirs.
 */
export function addressed(note: Document, person: Person, nonce: string): Document {
  const called = mention(person);
  const name = `<p><a href="${escapeXml(person.uri)}" class="u-url mention">${escapeXml(String(called.name))}</a></p>`;
  const { contentMap: _, cc: __, ...rest } = note;
  return {
    ...rest,
    id: `${note.id}/${nonce}`,
    to: [person.uri],
    cc: [],
    content: name + note.content,
    tag: [called],
  };
}

/** The same as an answer to the event, or to its Note where the event itself cannot be read. */
export function answering(note: Document, { event }: Pick<ToldEvent, "event">, form: Form): Document {
  return { ...note, inReplyTo: form === "notes" ? companionUri(event.uri) : event.uri };
}
