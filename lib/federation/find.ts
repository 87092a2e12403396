import type { ActorRow } from "@/db/schema/actors";
import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import type { Document } from "./activity";
import { findAlternate } from "./fetch/alternate";
import { fetchDocument } from "./fetch/document";
import { findUriByHandle } from "./fetch/webfinger";
import { importActor, keepActor } from "./import/actor";
import { importComment } from "./import/comment";
import { importEvent } from "./import/event";
import { isUnreachable } from "./import/unreachable";
import { typesOf } from "./read";
import { isOurs } from "./uris";

/** What an address of another server leads to. */
export type FoundElsewhere =
  | { kind: "event"; event: Event }
  | { kind: "actor"; actor: ActorRow }
  | { kind: "comment"; comment: Comment; event: Event };

const address = /^@?([^@\s/]{1,100})@([^@\s/]{1,253})$/;

/**
 * What "@name@server" or an address of another server's page means: asked for there, and kept from now on. Null where
 * nothing is found, it is of a kind that nobody here shows, or its server does not answer or is suspended. Costs others
 * work: whoever calls it limits how often.
 */
export async function findByAddress(ctx: Context, text: string): Promise<FoundElsewhere | null> {
  try {
    const typed = text.trim();
    if (address.test(typed)) {
      const uri = await findUriByHandle(ctx, typed.replace(/^@/, ""));
      return uri && !isOurs(uri) ? { kind: "actor", actor: await importActor(ctx, uri) } : null;
    }
    const isAddress = /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed) && !isOurs(typed);
    return isAddress ? await keep(ctx, await documentAt(ctx, new URL(typed).href)) : null;
  } catch (error) {
    if (error instanceof AppError || isUnreachable(error)) return null;
    throw error;
  }
}

/** What a page means, also where it answers with HTML alone and names the document that is meant (one step, no more). */
async function documentAt(ctx: Context, address: string): Promise<Document> {
  try {
    return await fetchDocument(ctx, address);
  } catch (error) {
    const isPage = error instanceof AppError && error.reason === "document_not_readable";
    const alternate = isPage ? await findAlternate(ctx, address) : null;
    if (!alternate) throw error;
    return fetchDocument(ctx, alternate);
  }
}

async function keep(ctx: Context, document: Document): Promise<FoundElsewhere | null> {
  const types = typesOf(document);
  if (types.includes("Event")) return { kind: "event", event: await importEvent(ctx, document) };
  if (types.includes("Note")) {
    const comment = await importComment(ctx, document);
    return { kind: "comment", comment, event: await getEvent(ctx.db, comment.eventId) };
  }
  return { kind: "actor", actor: await keepActor(ctx, document) };
}
