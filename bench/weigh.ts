import { gzipSync } from "node:zlib";

/** In bytes, gzipped, but for `plain`: the HTML as the server sends it to whoever does not ask for less. */
export type Weight = { plain: number; html: number; css: number; script: number };

/** Fetches a page with everything that it has a browser load at once, and weighs it. */
export async function weigh(url: string, headers: Record<string, string>): Promise<Weight> {
  const html = await fetchText(url, headers);
  const css = await weighFiles(url, stylesheets(html));
  const script = await weighFiles(url, scripts(html));
  return { plain: Buffer.byteLength(html), html: gzipSync(html).length, css, script };
}

/** Page and files must be there: a weight of something else would be no weight. */
async function fetchText(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  return answer.text();
}

async function weighFiles(page: string, files: Set<string>): Promise<number> {
  const texts = await Promise.all([...files].map((file) => fetchText(new URL(file, page).href)));
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

function stylesheets(html: string): Set<string> {
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  return new Set(links.filter((link) => link.includes('rel="stylesheet"')).flatMap(addressIn));
}

/** `nomodule` is for browsers of before 2018, which nobody has. What the payload names is loaded at once too. */
function scripts(html: string): Set<string> {
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const inTags = tags.filter((tag) => !/\bnomodule\b/i.test(tag)).flatMap(addressIn);
  const inPayload = [...html.matchAll(/\/_next\/static\/[\w./~-]+\.js/g)].map(([file]) => file);
  const old = new Set(tags.filter((tag) => /\bnomodule\b/i.test(tag)).flatMap(addressIn));
  return new Set([...inTags, ...inPayload.filter((file) => !old.has(file))]);
}

function addressIn(tag: string): string[] {
  const address = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
  return address ? [address.replaceAll("&amp;", "&")] : [];
}
