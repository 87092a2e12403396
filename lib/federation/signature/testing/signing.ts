import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

type Pair = { privateKey: KeyObject; publicKey: KeyObject; spki: string; pkcs1: string };

/** An RSA key as other servers have it. */
export function makePair(modulusLength = 2048): Pair {
  const pair = generateKeyPairSync("rsa", { modulusLength });
  const spki = pair.publicKey.export({ type: "spki", format: "pem" }).toString();
  return { ...pair, spki, pkcs1: pair.publicKey.export({ type: "pkcs1", format: "pem" }).toString() };
}

export type Parts = {
  method?: string;
  url: string;
  body?: string;
  keyUri: string;
  privateKey: KeyObject;
  date: Date;
  /** The names that are signed; the usual ones unless said. */
  names?: string[];
  /** Further headers, or other values than the true ones. */
  headers?: Record<string, string>;
  params?: Record<string, string | number>;
  /** What the target is signed as, such as without its query. */
  target?: string;
};

/** A request that is signed as in draft-cavage, in every way that a test wants, right or wrong. */
export function signCavage({ method = "POST", url, body, names, ...parts }: Parts): Request {
  const headers: Record<string, string> = {
    host: new URL(url).host,
    date: parts.date.toUTCString(),
    ...(body !== undefined && {
      digest: `SHA-256=${createHash("sha256").update(body).digest("base64")}`,
      "content-type": "application/activity+json",
    }),
    ...parts.headers,
  };
  const { pathname, search } = new URL(url);
  const target = parts.target ?? `${method.toLowerCase()} ${pathname}${search}`;
  const signed = names ?? ["(request-target)", "host", "date", ...(body === undefined ? [] : ["digest"])];
  const values: Record<string, unknown> = { ...headers, "(request-target)": target };
  for (const [name, value] of Object.entries(parts.params ?? {})) values[`(${name})`] = value;
  const text = signed.map((name) => `${name}: ${values[name]}`).join("\n");
  const params = {
    keyId: parts.keyUri,
    algorithm: "rsa-sha256",
    ...parts.params,
    headers: signed.join(" "),
    signature: sign("sha256", Buffer.from(text), parts.privateKey).toString("base64"),
  };
  const written = Object.entries(params).map(([name, value]) =>
    typeof value === "number" ? `${name}=${value}` : `${name}="${value}"`,
  );
  return new Request(url, {
    method,
    headers: { ...headers, signature: written.join(",") },
    body: body ?? null,
  });
}

/** A request that is signed as in RFC 9421, in every way that a test wants, right or wrong. */
export function signRfc9421({ method = "POST", url, body, names, ...parts }: Parts): Request {
  const { host, pathname, search } = new URL(url);
  const hash = createHash("sha256")
    .update(body ?? "")
    .digest("base64");
  const headers: Record<string, string> = {
    ...(body !== undefined && {
      "content-digest": `sha-256=:${hash}:`,
      "content-type": "application/activity+json",
    }),
    ...parts.headers,
  };
  const values: Record<string, string> = {
    ...headers,
    "@method": method,
    "@target-uri": url,
    "@authority": host,
    "@path": pathname,
    "@query": search || "?",
  };
  const signed = names ?? ["@method", "@target-uri", ...(body === undefined ? [] : ["content-digest"])];
  const params = { created: Math.floor(parts.date.getTime() / 1000), keyid: parts.keyUri, ...parts.params };
  const written = Object.entries(params).map(
    ([name, value]) => `;${name}=${typeof value === "number" ? value : `"${value}"`}`,
  );
  const input = `(${signed.map((name) => `"${name}"`).join(" ")})${written.join("")}`;
  const text = [...signed.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${input}`].join(
    "\n",
  );
  const bytes = sign(
    parts.privateKey.asymmetricKeyType === "rsa" ? "sha256" : null,
    Buffer.from(text),
    parts.privateKey,
  );
  const signature = { "signature-input": `sig1=${input}`, signature: `sig1=:${bytes.toString("base64")}:` };
  return new Request(url, { method, headers: { ...headers, ...signature }, body: body ?? null });
}
