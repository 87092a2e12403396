import type { Context } from "@/lib/core/context";
import { countOne, hasRoom, inVain } from "@/lib/federation/inbox/limits";
import { type Answer, receive, refuseKnock } from "@/lib/federation/inbox/receive";
import { findRecipient } from "@/lib/federation/inbox/recipient";
import { publicUrl } from "@/lib/federation/signature/signed-request";
import { bodyOf } from "./bounded-request";
import { networkOf } from "./security/network";

const MOST_BYTES = 1024 * 1024;
const BODY_MS = 10_000;

const sentences: Record<string, string> = {
  signature_missing: "Sign this request (draft-cavage-http-signatures or RFC 9421).",
  signature_not_readable: "The signature is of no form that is read here.",
  signature_covers_too_little: "Sign at least target, host, date and the digest of the body.",
  signature_not_timely: "The date is too long ago, or not yet.",
  digest_differs: "The digest does not belong to this body.",
  signature_wrong: "The signature is not made with that key.",
  signer_unknown: "The owner of that key is not known, or does not name it.",
  signer_unreachable: "The server of that key does not answer.",
};

/** What another server sends to one inbox, or to the one of all, from the request to the answer. */
export async function takeIn(ctx: Context, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const sender = networkOf(request.headers.get("x-forwarded-for")?.split(",").at(-1) ?? "") || "unknown";
  if (!hasRoom(inVain, sender, ctx.now)) return told(429, "Too much that could not be taken in.");
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:activity|ld)\+json\b/i.test(type))
    return told(415, "Send application/activity+json.");
  await refuseKnock(ctx, request.headers);
  const missing = await missingRecipient(ctx, pathname);
  if (missing) return missing;

  const body = await bodyOf(request, { maxBytes: MOST_BYTES, deadlineMs: BODY_MS });
  if (!(body instanceof Uint8Array)) return told(body.status, "The body is too long, or too slow.");
  const url = publicUrl(pathname + search);
  const answer = await receive(ctx, { method: request.method, url, headers: request.headers, body });
  if (answer.status === 400 || answer.status === 401) countOne(inVain, sender, ctx.now);
  return toResponse(answer);
}

async function missingRecipient(ctx: Context, pathname: string): Promise<Response | null> {
  const handle = /^\/(?:@|%40)?([a-z0-9_]{1,30})\/inbox$/i.exec(pathname)?.[1]?.toLowerCase();
  const found = handle ? await findRecipient(ctx, handle) : "here";
  if (found === "here") return null;
  return found ? told(410, "Nobody is here any more.") : told(404, "Nobody is here.");
}

function toResponse({ status, reason }: Answer): Response {
  return told(status, reason === "" ? "" : (sentences[reason] ?? `Not taken in: ${reason}.`));
}

function told(status: number, sentence: string): Response {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  if (status === 429 || status === 503) headers.set("retry-after", "60");
  return new Response(sentence && `${sentence}\n`, { status, headers });
}
