import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { prepared } from "@/lib/core/prepared";
import type { Document } from "@/lib/federation/activity";
import { refuseSuspendedFetch, requireSignedFetch } from "@/lib/federation/signature/require-signed";
import { readInstance } from "@/lib/instance/settings";
import { INSTANCE } from "@/lib/journal/tags";
import { remember } from "./visitor/remember";

/**
 * How much of a document somebody may read. "everybody": all of it, like all others; "signer": all of it, since they
 * signed; "stranger": what is needed to check a signature of ours.
 */
export type Access = "everybody" | "signer" | "stranger";

const settings = prepared((db) => remember(INSTANCE, () => readInstance(db)));

/**
 * Refuses suspended servers (`server_suspended`) and, where administrators want to know who asks, or only listed servers may, whoever did not sign
 * (`signature_required`): not at the server's own actor, by which others check that it is us who ask them, and who is
 * asked for an identity learns its key.
 */
export async function accessTo(ctx: Context, request: Request, path: string): Promise<Access> {
  const { authorizedFetch, federationMode } = await settings(ctx.db)();
  const mustSign = authorizedFetch || federationMode === "listed";
  if (!mustSign || path === "/relay") {
    await refuseSuspendedFetch(ctx, request);
    return "everybody";
  }
  try {
    await requireSignedFetch(ctx, request);
    return "signer";
  } catch (error) {
    const isUnsigned = error instanceof AppError && error.reason === "signature_required";
    if (isUnsigned && /^\/@[^/]+$/.test(path)) return "stranger";
    throw error;
  }
}

/** What checking a signature and answering need of an actor. */
export function withoutWords(document: Document): Document {
  const { type, id, preferredUsername, inbox, endpoints, publicKey, formerType } = document;
  return { type, id, preferredUsername, inbox, endpoints, publicKey, formerType };
}
