import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import { domainOf } from "../uris";
import { claimedKey } from "./read";
import { publicUrl } from "./signed-request";
import { verifyRequest } from "./verify";

type Asking = Pick<Request, "method" | "url" | "headers">;

/**
 * Who asks for a document, where administrators want that to be known ("authorized fetch"): the id of an actor of another
 * server. Refuses with `signature_required`, and with `server_suspended`, before anything else, those who are.
 */
export async function requireSignedFetch(ctx: Context, request: Asking): Promise<string> {
  await refuseSuspendedFetch(ctx, request);
  const { pathname, search } = new URL(request.url);
  const { method } = request;
  const headers = asSigned(request.headers);
  const verified = await verifyRequest(ctx, {
    method,
    headers,
    url: publicUrl(pathname + search),
    body: null,
  });
  if ("refusal" in verified) throw new AppError("unauthenticated", "signature_required");
  await refuseSuspended(ctx.db, domainOf(verified.signer));
  return verified.signer;
}

/** Refuses (`server_suspended`) whoever says that they are of a suspended server; where nobody need sign, others ask unknown. */
export async function refuseSuspendedFetch(
  { db }: Context,
  { headers }: Pick<Asking, "headers">,
): Promise<void> {
  const keyUri = claimedKey(headers);
  if (keyUri) await refuseSuspended(db, domainOf(keyUri));
}

/** The desk (lib/web/visitor/document-path.ts) makes one word of what is accepted, and keeps here what was signed. */
function asSigned(headers: Headers): Pick<Headers, "get"> {
  return { get: (name) => (name === "accept" && headers.get("x-signed-accept")) || headers.get(name) };
}
