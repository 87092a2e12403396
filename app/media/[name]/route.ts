import { connection } from "@/lib/core/database";
import { findPictureNamed } from "@/lib/media/find-picture";
import { isOriginalName, isVariantName } from "@/lib/media/name";
import { isOutOfSight } from "@/lib/media/out-of-sight";
import { pictureSources } from "@/lib/media/sources";
import { openFile, sizeOf } from "@/lib/media/storage";

type Route = { params: Promise<{ name: string }> };

/**
 * A file never changes under its name, so browsers and proxies may keep it for ever. A name without a width is what texts
 * call a picture: it leads to the largest file.
 */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { name } = await params;
  if (isOriginalName(name)) return leadToLargest(name);
  if (!(await isThere(name))) return missing();
  if (isKept(request, name)) return answerKept(name);
  const file = await openFile(name);
  if (!file) return missing();
  return new Response(file.body, { headers: headersFor(name, file.size) });
}

export async function HEAD(request: Request, { params }: Route): Promise<Response> {
  const { name } = await params;
  if (isOriginalName(name)) return leadToLargest(name);
  if (!(await isThere(name))) return missing();
  if (isKept(request, name)) return answerKept(name);
  const size = await sizeOf(name);
  return size === null ? missing() : new Response(null, { headers: headersFor(name, size) });
}

/** Files stay while a suspension may be lifted, but nobody gets them. */
async function isThere(name: string): Promise<boolean> {
  return isVariantName(name) && !(await isOutOfSight(connection().db, name));
}

async function answerKept(name: string): Promise<Response> {
  if ((await sizeOf(name)) === null) return missing();
  return new Response(null, { status: 304, headers: { ...keeping(name), ...guards } });
}

function isKept(request: Request, name: string): boolean {
  const known = request.headers.get("if-none-match");
  if (!known) return false;
  const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tagOf(name));
}

function headersFor(name: string, size: number) {
  return { "Content-Type": "image/webp", "Content-Length": String(size), ...keeping(name), ...guards };
}

function keeping(name: string) {
  return { "Cache-Control": "public, max-age=31536000, immutable", ETag: tagOf(name) };
}

/** Made from the name, not from the content: equal pictures must not look equal. */
function tagOf(name: string): string {
  return `"${name.replace(".webp", "")}"`;
}

/** Pictures are shown by other servers too, but they are never a page, and never anything but a picture. */
const guards = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** 202: it is being made. 410: it turned out to be broken. */
async function leadToLargest(name: string): Promise<Response> {
  if (await isOutOfSight(connection().db, name)) return missing();
  const picture = await findPictureNamed(connection().db, name);
  const largest = pictureSources(picture)?.src;
  const headers = { "Cache-Control": "no-store", ...guards };
  if (largest) return new Response(null, { status: 302, headers: { ...headers, Location: largest } });
  return picture
    ? new Response(null, { status: picture.status === "failed" ? 410 : 202, headers })
    : missing();
}

function missing(): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...guards };
  return new Response("There is no such picture.\n", { status: 404, headers });
}
