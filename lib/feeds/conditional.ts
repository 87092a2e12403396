import { createHash } from "node:crypto";

/** A strong ETag: the same for the same bytes, and only for them. */
export function strongEtag(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Whether the asker already has this (answer 304 then). If-None-Match wins over If-Modified-Since (RFC 9110, 13.2.2). */
export function isUnchanged(headers: Headers, current: { etag: string; lastModified: Date }): boolean {
  const known = headers.get("if-none-match");
  if (known !== null) {
    const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    return tags.includes("*") || tags.includes(current.etag);
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Math.floor(current.lastModified.getTime() / 1000) * 1000 <= since;
}
