import { constants, type KeyObject, verify } from "node:crypto";
import { isContentDigestOf, isDigestOf } from "./digest";
import { type Claim, type SignatureRefusal, type SignedRequest, spellingsOf } from "./signed-request";
import { readInput, readSignatures, type SignatureInput } from "./structured";
import { isTimely, timeOfHttpDate } from "./timely";

/**
 * Reads an HTTP Message Signature (RFC 9421). It must cover the method, the target, the host, the time, and for a body its
 * digest (RFC 9530), which is computed anew from the bytes. Of several, the first that names a key counts.
 */
export function readRfc9421(request: SignedRequest, now: Date): Claim | { refusal: SignatureRefusal } {
  const { headers } = request;
  const inputs = readInput(headers.get("signature-input") ?? "");
  const signatures = readSignatures(headers.get("signature") ?? "");
  const input = inputs?.find(({ label, params }) => params.keyid && signatures.has(label));
  if (!input) return { refusal: "signature_not_readable" };
  const refusal = refusalOf(input, request, { now });
  if (refusal) return { refusal };

  const texts = spellingsOf(request.url).map((url) => baseOf(input, { ...request, url }));
  const check = { algorithm: input.params.alg, bytes: signatures.get(input.label)! };
  return {
    keyUri: input.params.keyid!,
    isMadeWith: (key) => texts.some((text) => text !== null && isSignature(text, { key, ...check })),
  };
}

function refusalOf(
  { names, params }: SignatureInput,
  { headers, body }: SignedRequest,
  { now }: { now: Date },
): SignatureRefusal | null {
  const has = (...some: string[]) => some.some((name) => names.includes(name));
  const isWhole =
    has("@method") &&
    has("@target-uri", "@path", "@request-target") &&
    has("@target-uri", "@authority", "host") &&
    (params.created !== undefined || has("date")) &&
    (!body || has("content-digest", "digest"));
  if (!isWhole) return "signature_covers_too_little";
  const times = [
    ...(params.created === undefined ? [] : [Number(params.created) * 1000]),
    ...(has("date") ? [timeOfHttpDate(headers.get("date") ?? "")] : []),
  ];
  const isOver = params.expires !== undefined && !(Number(params.expires) * 1000 >= now.getTime());
  if (isOver || !times.every((time) => isTimely(time, now))) return "signature_not_timely";
  const isSame =
    !body ||
    ((!has("content-digest") || isContentDigestOf(headers.get("content-digest") ?? "", body)) &&
      (!has("digest") || isDigestOf(headers.get("digest") ?? "", body)));
  return isSame ? null : "digest_differs";
}

/** The signature base (2.5); null where a part is missing or of no kind that we know. */
function baseOf({ names, raw }: SignatureInput, request: SignedRequest): string | null {
  const lines = names.map((name) => {
    const value = partOf(name, request);
    return value === null ? null : `"${name}": ${value}`;
  });
  return lines.includes(null) ? null : [...lines, `"@signature-params": ${raw}`].join("\n");
}

function partOf(name: string, { method, url, headers }: SignedRequest): string | null {
  const derived: Record<string, string> = {
    "@method": method,
    "@target-uri": url.href,
    "@authority": url.host,
    "@scheme": url.protocol.slice(0, -1),
    "@request-target": url.pathname + url.search,
    "@path": url.pathname,
    "@query": url.search || "?",
    host: url.host,
  };
  if (Object.hasOwn(derived, name)) return derived[name]!;
  return name.startsWith("@") ? null : (headers.get(name)?.trim() ?? null);
}

type Check = { key: KeyObject; algorithm: string | undefined; bytes: Buffer };

/** The algorithm must be one of the key's own kind: the key decides, never the message (3.3.7). */
function isSignature(text: string, { key, algorithm, bytes }: Check): boolean {
  const data = Buffer.from(text);
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === "ed25519") return isOneOf(algorithm, "ed25519") && verify(null, data, key, bytes);
  if (type === "ec") {
    const [name, hash] =
      details?.namedCurve === "prime256v1"
        ? ["ecdsa-p256-sha256", "sha256"]
        : ["ecdsa-p384-sha384", "sha384"];
    return isOneOf(algorithm, name!) && verify(hash, data, { key, dsaEncoding: "ieee-p1363" }, bytes);
  }
  if (algorithm === "rsa-pss-sha512") {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify("sha512", data, { key, padding, saltLength: 64 }, bytes);
  }
  return type === "rsa" && isOneOf(algorithm, "rsa-v1_5-sha256") && verify("sha256", data, key, bytes);
}

function isOneOf(algorithm: string | undefined, name: string): boolean {
  return algorithm === undefined || algorithm === name || algorithm === "hs2019";
}
