import type { ActorRow } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import type { Document, Received } from "../activity";
import { fetchDocument } from "../fetch/document";
import { documentIn, idIn, typesOf } from "../read";
import { isOurs, isSameOrigin } from "../uris";
import { findAnswered } from "./answered";

/**
 * What an activity is about, in words that can be believed: those of its sender if it is their own, of their own server;
 * everything else is asked for where it comes from, whatever the sender says of it. Refuses with `object_not_readable`,
 * `not_theirs` (it is ours, or of a third server and not known here) and like `fetchDocument`.
 */
export async function objectOf(
  ctx: Context,
  { object }: Received,
  sender: Pick<ActorRow, "uri">,
): Promise<Document> {
  const id = idIn(object);
  if (!id) throw conflict("object_not_readable");
  if (isOurs(id)) throw notFound("not_theirs");
  // Nobody is asked in the name of strangers, unless somebody here would want to know.
  if (!isSameOrigin(id, sender.uri) && !(await findAnswered(ctx, id))) throw conflict("not_theirs");
  const inline = documentIn(object);
  const isWhole = inline && typesOf(inline).length > 0 && Object.keys(inline).length > 2;
  return isWhole && isOwnedBy(inline, id, sender) ? inline : fetchDocument(ctx, id);
}

/** What tells whom a document is for, should it not say so itself: what its own server sent with it, and nobody else. */
export function audienceFor(document: Document, activity: Received, sender: Pick<ActorRow, "uri">): Document {
  return isSameOrigin(idIn(document.id) ?? "", sender.uri) ? activity : {};
}

/** Whether something is gone at its own server: it says so itself. A server that is down is thrown. */
export async function isGoneAtHome(ctx: Context, uri: string): Promise<boolean> {
  try {
    return typesOf(await fetchDocument(ctx, uri)).includes("Tombstone");
  } catch (error) {
    if (error instanceof AppError) return error.reason === "document_gone";
    throw error;
  }
}

/** Who names somebody else as its owner is no owner: what a member sends in the name of a group is asked for, too. */
function isOwnedBy(document: Document, id: string, { uri }: Pick<ActorRow, "uri">): boolean {
  const owner = idIn(document.attributedTo) ?? idIn(document.actor);
  return isSameOrigin(id, uri) && (id === uri || owner === uri);
}
