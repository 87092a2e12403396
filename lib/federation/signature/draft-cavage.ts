import { type KeyObject, verify } from "node:crypto";
import { isDigestOf } from "./digest";
import { type Claim, type SignatureRefusal, type SignedRequest, spellingsOf } from "./signed-request";
import { isTimely, timeOfHttpDate } from "./timely";

type Params = Partial<Record<string, string>>;
type Covered = { params: Params; names: string[] };

/** What `hs2019` stands for is told by the key; in practice it is the first (GoToSocial). */
const algorithms = ["rsa-sha256", "hs2019", "ed25519"];

/**
 * Reads a signature of draft-cavage-http-signatures-12, which nearly all peers write. It must cover the target, the host,
 * the time, and for a body its digest, which is computed anew from the bytes.
 */
export function readDraftCavage(request: SignedRequest, now: Date): Claim | { refusal: SignatureRefusal } {
  const params = paramsOf(request.headers.get("signature") ?? "");
  const { keyid: keyUri, signature, algorithm = "hs2019" } = params ?? {};
  if (!params || !keyUri || !signature || !algorithms.includes(algorithm.toLowerCase()))
    return { refusal: "signature_not_readable" };
  const covered = { params, names: (params.headers ?? "date").toLowerCase().trim().split(/ +/) };
  const refusal = refusalOf(covered, request, { now });
  if (refusal) return { refusal };

  const texts = spellingsOf(request.url).map((url) => textOf(covered, { ...request, url }));
  const bytes = Buffer.from(signature, "base64");
  return {
    keyUri,
    isMadeWith: (key) => texts.some((text) => text !== null && isSignature(text, { key, bytes })),
  };
}

function refusalOf(
  { params, names }: Covered,
  { headers, body }: SignedRequest,
  { now }: { now: Date },
): SignatureRefusal | null {
  const needed = ["(request-target)", "host", ...(body ? ["digest"] : [])];
  const hasTime = names.includes("date") || names.includes("(created)");
  if (!hasTime || !needed.every((name) => names.includes(name))) return "signature_covers_too_little";
  const times = [
    ...(names.includes("date") ? [timeOfHttpDate(headers.get("date") ?? "")] : []),
    ...(names.includes("(created)") ? [Number(params.created ?? Number.NaN) * 1000] : []),
  ];
  const isOver = params.expires !== undefined && !(Number(params.expires) * 1000 >= now.getTime());
  if (isOver || !times.every((time) => isTimely(time, now))) return "signature_not_timely";
  return body && !isDigestOf(headers.get("digest") ?? "", body) ? "digest_differs" : null;
}

/** What was signed, a line for each name; null where one is missing. The host is our public one, whoever hands it on. */
function textOf({ params, names }: Covered, { method, url, headers }: SignedRequest): string | null {
  const lines = names.map((name) => {
    if (name === "(request-target)") return `${name}: ${method.toLowerCase()} ${url.pathname}${url.search}`;
    if (name === "host") return `host: ${url.host}`;
    const value = /^\((?:created|expires)\)$/.test(name) ? params[name.slice(1, -1)] : headers.get(name);
    return value === null || value === undefined ? null : `${name}: ${value.trim()}`;
  });
  return lines.includes(null) ? null : lines.join("\n");
}

function isSignature(text: string, { key, bytes }: { key: KeyObject; bytes: Buffer }): boolean {
  const { asymmetricKeyType: type } = key;
  if (type !== "rsa" && type !== "ed25519") return false;
  return verify(type === "rsa" ? "sha256" : null, Buffer.from(text), key, bytes);
}

/** Names are compared without case; one that stands twice could be read in two ways, so it is not read. */
function paramsOf(header: string): Params | null {
  const part = /\s*([a-z]+)\s*=\s*(?:"([^"]*)"|(\d+))\s*(?:,|$)/iy;
  const params: Params = {};
  while (part.lastIndex < header.length) {
    const [, name = "", quoted, number] = part.exec(header) ?? [];
    const key = name.toLowerCase();
    if (!key || key in params) return null;
    params[key] = quoted ?? number;
  }
  return params;
}
