import { allowedUrl } from "@/lib/core/net/allowed-url";
import { cleanLine } from "@/lib/core/text/clean";
import { plainText } from "@/lib/core/text/plain-text";
import { type Document, PUBLIC } from "../activity";
import { documentIn, idIn, listOf } from "../read";
import { isSameOrigin } from "../uris";

/** A word or a number as it is written; empty for everything else, which may not even be one by any means. */
export function wordIn(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : "";
}

/** A text of one line, of at most `most` characters; empty where there is none. */
export function lineIn(value: unknown, most = 200): string {
  if (typeof value !== "string") return "";
  return shortened(cleanLine(value.slice(0, most * 8)), most);
}

/** The same of something that may be HTML. */
export function plainLineIn(value: unknown, most = 200): string {
  if (typeof value !== "string") return "";
  const text = value.slice(0, most * 8);
  return lineIn(/[<&]/.test(text) ? plainText(text) : text, most);
}

/** A text by its name, or in the first language of its map. */
export function textIn(document: Document, name: string): unknown {
  if (typeof document[name] === "string" && document[name] !== "") return document[name];
  return Object.values(documentIn(document[`${name}Map`]) ?? {}).find((text) => typeof text === "string");
}

/** The first web address among ids, links and lists of them; empty where there is none that may be opened. */
export function addressIn(value: unknown, depth = 3): string {
  for (const one of listOf(value, 20)) {
    const document = documentIn(one);
    if (document && depth > 0) {
      const address = addressIn(document.href ?? document.url, depth - 1);
      if (address) return address;
    }
    const url = typeof one === "string" && one.length <= 2000 ? allowedUrl(one.trim()) : null;
    if (url) return url.href;
  }
  return "";
}

/** An id that belongs to the same server; null for all others: nobody speaks for another's collections. */
export function ownIdIn(value: unknown, owner: string): string | null {
  const id = idIn(value);
  return id && isSameOrigin(id, owner) ? id : null;
}

/** A whole number between 0 and a million; null for everything else. */
export function countIn(value: unknown): number | null {
  const number = typeof value === "string" && /^\d{1,7}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= 1_000_000
    ? number
    : null;
}

/** Whether everybody is addressed by it. */
export function namesPublic(value: unknown): boolean {
  return listOf(value).some((one) => one === PUBLIC || one === "as:Public" || one === "Public");
}

function shortened(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, "")
        .trimEnd()}…`;
}
