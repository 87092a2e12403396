import { paths } from "./paths";

/** How to reach the people of this server: a mail address or a page. */
export function contactHref(contact: string): string {
  return contact.includes("://") ? contact : `mailto:${contact}`;
}

/** A version of the terms, or of the words about privacy; without a number: the one in force. */
export function documentPath(kind: "terms" | "privacy", version?: number): string {
  return version === undefined ? paths[kind] : `${paths[kind]}?version=${version}`;
}

/** Agree first, then come back to where one was. */
export function agreePath(back: string): string {
  return `${paths.agree}?back=${encodeURIComponent(back)}`;
}
