import { z } from "zod";

/** The kinds of settings. Each `error` ends the sentence "The setting NAME is wrong: …" by saying what to write. */
export function wholeNumber(min: number, max: number) {
  const error = `write a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((n) => n >= min && n <= max, { error });
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `write one of ${values.join(", ")}` });
}

export function url(protocols: string[], example: string) {
  const error = `write it like ${example} (special characters in the password as %40 for @, %23 for #)`;
  return z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ""), { error });
}

export function httpOrigin() {
  const error = "write only protocol and name, without a path, like https://events.example.org";
  return z
    .string()
    .refine((text) => isHttpOrigin(URL.parse(text)), { error })
    .transform((text) => new URL(text).origin);
}

/** Where the pictures of a map come from; the name of the server must be plain, since pages name it in their policy. */
export function tileAddress() {
  const error = "write it like https://tile.example.org/{z}/{x}/{y}.png";
  return z.string().refine((text) => isTileAddress(text), { error });
}

export function networkAddress() {
  const error = "write an address to listen on: 127.0.0.1 (only this machine), 0.0.0.0 or :: (every network)";
  return z.string().regex(/^[\w.:-]+$/, { error });
}

export function mailAddress() {
  const error = "write an address, such as events@example.org or Carillon <events@example.org>";
  return z.string().regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, { error });
}

export function hiddenText(min: number, advice: string) {
  return z.string().min(min, { error: `write at least ${min} characters (${advice})` });
}

function isHttpOrigin(parsed: URL | null): boolean {
  if (!parsed || !["http:", "https:"].includes(parsed.protocol)) return false;
  return parsed.pathname === "/" && !parsed.search && !parsed.hash && !parsed.username;
}

/** "https://tile.example.org/{z}/{x}/{y}.png" */
export function isTileAddress(text: string): boolean {
  const parsed = URL.parse(text);
  if (!parsed || !["http:", "https:"].includes(parsed.protocol) || parsed.username) return false;
  return /^[\w.:[\]-]+$/.test(parsed.host) && ["{z}", "{x}", "{y}"].every((part) => text.includes(part));
}
