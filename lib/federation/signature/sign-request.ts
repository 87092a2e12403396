import { type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import { digestOf } from "./digest";

type Signing = {
  method: "GET" | "POST";
  url: URL;
  /** What is sent; absent for GET. */
  body?: string;
  date: Date;
  /** Mobilizon and Fedify leave queries out of what they verify. */
  withoutQuery?: boolean;
};

/** In the thread pool: a thousand signatures keep no page waiting. */
const signed = promisify(sign);

/**
 * The headers that sign a request in the way that every peer verifies (draft-cavage-http-signatures-12, rsa-sha256):
 * over target, host and date, and for POST digest and content type.
 */
export async function signedHeaders(
  key: { uri: string; privateKey: KeyObject },
  { method, url, body, date, withoutQuery }: Signing,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    host: url.host,
    date: date.toUTCString(),
    ...(body !== undefined && { digest: digestOf(body), "content-type": "application/activity+json" }),
  };
  const target = `${method.toLowerCase()} ${url.pathname}${withoutQuery ? "" : url.search}`;
  const lines = [["(request-target)", target], ...Object.entries(headers)];
  const text = lines.map(([name, value]) => `${name}: ${value}`).join("\n");
  const signature = await signed("sha256", Buffer.from(text), key.privateKey);
  const names = lines.map(([name]) => name).join(" ");
  return {
    ...headers,
    signature: `keyId="${key.uri}",algorithm="rsa-sha256",headers="${names}",signature="${signature.toString("base64")}"`,
  };
}
