import type { Context } from "@/lib/core/context";
import { isDemo } from "@/lib/core/demo";
import { AppError } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/net/private-address";
import { countOne, hasRoom, inVain } from "@/lib/federation/inbox/limits";
import { type Answer, receive, refuseKnock } from "@/lib/federation/inbox/receive";
import { findRecipient } from "@/lib/federation/inbox/recipient";
import { publicUrl } from "@/lib/federation/signature/signed-request";
import { networkOf } from "./security/network";

/** What is sent to an inbox: `path` with its query; `read` answers with a status where the body cannot be taken. */
export type Knock = {
  method: string;
  path: string;
  headers: Pick<Headers, "get">;
  read: (bounds: BodyBounds) => Promise<Uint8Array | { status: 408 | 413 | 415 }>;
};

export type BodyBounds = { maxBytes: number; deadlineMs: number };

type Told = { status: number; body: string; headers: Record<string, string> };

const bounds = { maxBytes: 1024 * 1024, deadlineMs: 10_000 };

const sentences: Record<string, string> = {
  signature_missing: "Sign this request (draft-cavage-http-signatures or RFC 9421).",
  signature_not_readable: "The signature is of no form that is read here.",
  signature_covers_too_little: "Sign at least target, host, date and the digest of the body.",
  signature_not_timely: "The date is too long ago, or not yet.",
  digest_differs: "The digest does not belong to this body.",
  signature_wrong: "The signature is not made with that key.",
  signer_unknown: "The owner of that key is not known, or does not name it.",
  server_suspended: "This server exchanges nothing with yours.",
  signer_unreachable: "The server of that key does not answer.",
};

/** What another server sends to one inbox, or to the one of all, from the request to the answer. */
export async function takeIn(ctx: Context, knock: Knock): Promise<Told> {
  const forwarded = knock.headers.get("x-forwarded-for")?.split(",").at(-1) ?? "";
  const sender = networkOf(forwarded) || "unknown";
  if (isDemo() && scopeOf(forwarded.trim()) !== "loopback")
    return told(403, "This is a demonstration: it exchanges nothing with other machines.");
  if (!hasRoom(inVain, sender, ctx.now)) return told(429, "Too much that could not be taken in.");
  const answer = await answerTo(ctx, knock).catch(refusalOf);
  if (answer.status === 400 || answer.status === 401) countOne(inVain, sender, ctx.now);
  return answer;
}

async function answerTo(ctx: Context, { method, path, headers, read }: Knock): Promise<Told> {
  const type = headers.get("content-type") ?? "";
  if (!/^application\/(?:activity|ld)\+json\b/i.test(type))
    return told(415, "Send application/activity+json.");
  await refuseKnock(ctx, headers);
  const missing = await missingRecipient(ctx, path);
  if (missing) return missing;
  const body = await read(bounds);
  if (!(body instanceof Uint8Array)) return told(body.status, "The body is too long, too slow, or packed.");
  return inWords(await receive(ctx, { method, url: publicUrl(path), headers, body }));
}

async function missingRecipient(ctx: Context, path: string): Promise<Told | null> {
  const handle = /^\/(?:@|%40)?([a-z0-9_]{1,30})\/inbox(?:\?|$)/i.exec(path)?.[1]?.toLowerCase();
  const found = handle ? await findRecipient(ctx, handle) : "here";
  if (found === "here") return null;
  return found ? told(410, "Nobody is here any more.") : told(404, "Nobody is here.");
}

function refusalOf(error: unknown): Told {
  if (!(error instanceof AppError)) throw error;
  return inWords({ status: error.code === "forbidden" ? 403 : 401, reason: error.reason });
}

function inWords({ status, reason }: Answer): Told {
  return told(status, reason === "" ? "" : (sentences[reason] ?? `Not taken in: ${reason}.`));
}

function told(status: number, sentence: string): Told {
  const wait: Record<string, string> = status === 429 || status === 503 ? { "retry-after": "60" } : {};
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...wait };
  return { status, body: sentence && `${sentence}\n`, headers };
}
