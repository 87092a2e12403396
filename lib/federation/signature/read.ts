import { readDraftCavage } from "./draft-cavage";
import { readRfc9421 } from "./rfc9421";
import type { Claim, SignatureRefusal, SignedRequest } from "./signed-request";

/** Longer ones are made to keep us busy. */
const MOST_LENGTH = 8000;

/** What a request's signature claims, in whichever of the two ways it is written. It is not checked yet. */
export function readSignature(request: SignedRequest, now: Date): Claim | { refusal: SignatureRefusal } {
  const [signature, input] = [request.headers.get("signature"), request.headers.get("signature-input")];
  if (!signature) return { refusal: "signature_missing" };
  if (signature.length + (input?.length ?? 0) > MOST_LENGTH) return { refusal: "signature_not_readable" };
  return input === null ? readDraftCavage(request, now) : readRfc9421(request, now);
}

/** The key that a request claims to be signed with, before anything else is looked at; null if it names none. */
export function claimedKey(headers: Pick<Headers, "get">): string | null {
  const named = headers.get("signature-input") ?? headers.get("signature") ?? "";
  const key = /key-?id="([^"]{1,2000})"/i.exec(named.slice(0, MOST_LENGTH))?.[1];
  return key && /^https?:\/\//.test(key) && URL.canParse(key) ? key : null;
}
