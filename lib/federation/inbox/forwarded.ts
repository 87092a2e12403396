import type { Context } from "@/lib/core/context";
import { hashToken } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Document, Received } from "../activity";
import { fetchDocument } from "../fetch/document";
import { idIn, typesOf } from "../read";
import { domainOf, isOurs, isSameOrigin } from "../uris";
import { envelopeOf } from "./envelope";
import { storeReceived } from "./store";

/** Names alone: what the one who handed it on wrote is not kept. */
export type Forwarded = { type: string; actor: string; id: string; object: string | null };

/** Of these, what they are about tells enough, should their own server not show them. */
const aboutObjects = ["Create", "Update"];

/** Somebody handed on what another actor says: it is asked for at its own server, not believed. */
export function enqueueForwarded(ctx: Context, activity: Received, signer: string): Promise<void> {
  const { type, actor, id } = activity;
  const payload: Forwarded = { type, actor, id, object: idIn(activity.object) };
  return enqueue(ctx, {
    task: "take-forwarded",
    payload,
    key: `forwarded:${hashToken(`${type} ${id}`)}`,
    queue: `forwarded:${domainOf(signer)}`.slice(0, 128),
    maxAttempts: 8,
  });
}

/**
 * The job `take-forwarded`: stores the activity as its own server shows it, or else, of a Create or Update, its object in
 * its owner's name, and of a Delete, that its object is gone there. Everything else is forgotten.
 */
export async function takeForwarded(ctx: Context, forwarded: Forwarded): Promise<void> {
  if (isOurs(forwarded.actor)) return;
  const document =
    (await fetchActivity(ctx, forwarded)) ??
    (await fetchAbout(ctx, forwarded)) ??
    (await findGone(ctx, forwarded));
  const envelope = document && envelopeOf(document, Buffer.from(JSON.stringify(document)));
  if (envelope) await storeReceived(ctx, envelope);
}

async function fetchActivity(ctx: Context, { id, actor, type }: Forwarded): Promise<Document | null> {
  const found = await fetchOrNull(ctx, id);
  if (!found || found.id !== id || idIn(found.actor) !== actor) return null;
  return typesOf(found)[0] === type ? found : null;
}

/** In the name of whom it is attributed to: that its own server says so is as good as a signature. */
async function fetchAbout(ctx: Context, { type, object }: Forwarded): Promise<Document | null> {
  if (!aboutObjects.includes(type) || !object || isOurs(object)) return null;
  const found = await fetchOrNull(ctx, object);
  const id = idIn(found?.id);
  const actor = idIn(found?.attributedTo) ?? idIn(found?.actor);
  if (!found || !id || !actor || !isSameOrigin(id, actor)) return null;
  return { id, type, actor, to: found.to, cc: found.cc, object: found };
}

async function findGone(ctx: Context, { type, id, actor, object }: Forwarded): Promise<Document | null> {
  if (type !== "Delete" || !object || !isSameOrigin(object, actor)) return null;
  try {
    const { type: found } = await fetchDocument(ctx, object);
    return found === "Tombstone" ? { id, type, actor, object } : null;
  } catch (error) {
    if (error instanceof AppError && error.reason === "document_gone") return { id, type, actor, object };
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function fetchOrNull(ctx: Context, uri: string): Promise<Document | null> {
  try {
    return await fetchDocument(ctx, uri);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
