import { and, eq, inArray } from "drizzle-orm";
import { commentMentions } from "@/db/schema/comments";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { plainText } from "@/lib/core/text/plain-text";
import { sanitizeHtml } from "@/lib/core/text/sanitize";
import { listDeaf } from "@/lib/identities/blocks/queries";
import { findMentionable } from "@/lib/identities/mentionable";
import { linkMentions, mentionedIn } from "./mentions";

export type Words = { source: string; html: string; mentioned: string[] };

/** As another server sent them: HTML that nobody has looked at, and the ids of those of ours whom it names. */
export type ForeignWords = { html: string; mentioned: string[] };

/** As many as fit into a comment here, with the marks around them. */
const MOST_FOREIGN = 20_000;

/**
 * What somebody typed, ready to be stored: safe HTML, in which the handles of those whose page everybody may open are
 * links, and the ids of all whom it names. Refuses with `comment_missing` when nothing is left that can be read.
 */
export async function readWords({ db }: Context, text: string): Promise<Words> {
  const source = cleanText(text);
  const html = renderMarkdown(source);
  if (cleanLine(html.replace(/<[^>]*>/g, "")) === "") throw invalidField("text", "comment_missing");
  const people = await findMentionable(db, mentionedIn(html));
  const open = people.filter(({ visibility }) => visibility === "public");
  const addresses = new Map(open.map(({ handle, uri }) => [handle, uri]));
  return { source, html: linkMentions(html, addresses), mentioned: people.map(({ id }) => id) };
}

/** What came as HTML, made safe; links on names stay where their server set them. Refuses with `comment_missing`. */
export function readForeignWords({ html, mentioned }: ForeignWords): Words {
  const safe = sanitizeHtml(html.slice(0, MOST_FOREIGN)).trim();
  const source = cleanText(plainText(safe));
  if (cleanLine(source) === "") throw invalidField("text", "comment_missing");
  return { source, html: safe, mentioned };
}

/**
 * Keeps whom a comment names, but for those who block or mute its author, who acts; answers with those whom it did not
 * name before. What others read is the same.
 */
export async function keepMentions(tx: Context, commentId: string, named: string[]): Promise<string[]> {
  const { db, actor } = tx;
  const deaf = actor.kind === "identity" ? await listDeaf(db, actor.actorId, named) : new Set();
  const mentioned = named.filter((id) => !deaf.has(id));
  const isOfComment = eq(commentMentions.commentId, commentId);
  const before = (await db.select().from(commentMentions).where(isOfComment)).map(({ actorId }) => actorId);
  const lost = before.filter((id) => !mentioned.includes(id));
  const added = mentioned.filter((id) => !before.includes(id));
  if (lost.length > 0)
    await db.delete(commentMentions).where(and(isOfComment, inArray(commentMentions.actorId, lost)));
  if (added.length > 0)
    await db.insert(commentMentions).values(added.map((actorId) => ({ commentId, actorId })));
  return added;
}
