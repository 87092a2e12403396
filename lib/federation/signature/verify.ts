import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { domainOf } from "../uris";
import { askSigner } from "./ask-signer";
import { readSignature } from "./read";
import type { SignatureRefusal, SignedRequest } from "./signed-request";
import { findSigner } from "./signer";

export type Verified =
  | { signer: string }
  | {
      refusal:
        | SignatureRefusal
        /** It is not made with the key that it names, nor with what that key is by now. */
        | "signature_wrong"
        /** The owner of the key is gone, or never was, or says that it is not theirs. */
        | "signer_unknown"
        /** The owner's server does not answer now. */
        | "signer_unreachable";
    };

/**
 * Who signed a request, if it is so: the id of an actor of another server. A key that is not known is asked for there; one
 * that does not fit is asked for once more, since it may have been changed, though not again within a minute.
 */
export async function verifyRequest(ctx: Context, request: SignedRequest): Promise<Verified> {
  const claim = readSignature(request, ctx.now);
  if ("refusal" in claim) return claim;
  const { keyUri } = claim;
  if (!URL.canParse(keyUri) || !/^https?:$/.test(new URL(keyUri).protocol))
    return { refusal: "signature_not_readable" };
  const known = await findSigner(ctx, keyUri);
  if (known && claim.isMadeWith(known.key)) return { signer: known.actorUri };
  try {
    const fresh = await askSigner(ctx, keyUri);
    if (!fresh) return { refusal: "signer_unknown" };
    return claim.isMadeWith(fresh.key) ? { signer: fresh.actorUri } : { refusal: "signature_wrong" };
  } catch (error) {
    if (error instanceof AppError) return { refusal: "signer_unknown" };
    log("federation").info({ err: error, domain: domainOf(keyUri) }, "signer could not be asked for");
    return { refusal: "signer_unreachable" };
  }
}
