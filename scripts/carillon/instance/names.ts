import type { InstanceSettings } from "@/lib/instance/settings";

/** What administrators decide, by the names that are typed, in the order in which they are shown. */
export const names = {
  registration: "registration",
  "email-allow": "emailAllow",
  "email-deny": "emailDeny",
  "max-identities": "maxIdentities",
  "mail-participation": "mailParticipation",
  "reports-by-mail": "reportsByMail",
  "extra-categories": "extraCategories",
  "authorized-fetch": "authorizedFetch",
  "federation-mode": "federationMode",
  "server-followers": "serverFollowers",
  "server-list": "serverListFor",
} as const satisfies Record<string, keyof InstanceSettings>;

export type Name = keyof typeof names;

export function isName(text: string): text is Name {
  return Object.hasOwn(names, text);
}
