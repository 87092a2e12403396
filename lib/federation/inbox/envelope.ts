import { createHash } from "node:crypto";
import { type Document, type Received, receivedSchema } from "../activity";
import { idIn, typesOf } from "../read";

/** An activity with what every one must have, in the one way that is read from here on, and the hash of its bytes. */
export type Envelope = { activity: Received; digest: string };

/**
 * Who says what: null if an activity lacks its type or its actor. One without an id gets one of its actor (Mobilizon
 * leaves it out of some); a list of actors is none, since only one can sign.
 */
export function envelopeOf(document: Document, bytes: Uint8Array): Envelope | null {
  const digest = createHash("sha256").update(bytes).digest("base64url");
  const actor = Array.isArray(document.actor) && document.actor.length > 1 ? null : idIn(document.actor);
  const told = document.id ?? document["@id"];
  const id = told ? idIn(told) : actor && `${actor}#received-${digest.slice(0, 22)}`;
  const read = receivedSchema.safeParse({ ...document, id, actor, type: typesOf(document)[0] });
  return read.success && fits(read.data) ? { activity: read.data, digest } : null;
}

/** Both stand in one index, whose entries have a limit. */
function fits({ id, actor }: Received): boolean {
  return Buffer.byteLength(id) + Buffer.byteLength(actor) <= 2400;
}
