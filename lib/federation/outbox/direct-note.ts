import { escapeXml } from "@/lib/core/text/xml";
import type { Document } from "../activity";
import { mention } from "../objects/note";
import type { ToldFace } from "../objects/told";

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
