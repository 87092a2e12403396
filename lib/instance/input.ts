import * as z from "zod";

/** What a rule looks at: what people say, what they announce, what they call themselves, or all three. */
export const ruleScopes = ["all", "comments", "events", "identities"] as const;
/** From the mildest on: "report" lets it through and calls the moderators. */
export const ruleOutcomes = ["report", "hold", "refuse"] as const;
/** Who sees comments before everybody else does. */
export const commentApprovals = ["none", "hosts", "moderators"] as const;

export const registrationModes = ["open", "approval", "invitation", "closed"] as const;

const MAX_ENTRIES = 1000;
const entryShape = /^(?:[^\s@<>()"]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** One address or domain a line; what people write before a domain (`@`, `*.`) is left out. */
const emailList = z
  .string()
  .max(50_000, "email_list_too_long")
  .transform((text) => [...new Set(text.split(/[\r\n,;]+/).map(entryOf))].filter((entry) => entry !== ""))
  .refine((entries) => entries.every((entry) => entryShape.test(entry)), "email_list_not_valid")
  .refine((entries) => entries.length <= MAX_ENTRIES, "email_list_too_long");

export const registrationInput = z.object({
  registration: z.enum(registrationModes, "choose_one"),
  emailAllow: emailList,
  emailDeny: emailList,
  maxIdentities: z.coerce
    .number("max_identities_not_valid")
    .int("max_identities_not_valid")
    .min(1, "max_identities_not_valid")
    .max(1000, "max_identities_not_valid"),
  reportsByMail: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  mailParticipation: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

/** One name a line. */
export const categoriesInput = z.object({
  extraCategories: z
    .string()
    .max(2000, "too_many_categories")
    .transform((text) =>
      text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine((names) => names.length <= 30, "too_many_categories")
    .refine((names) => names.every((name) => name.length <= 60), "category_name_too_long"),
});

/** A server as people name it: its name, an address on it, or `*.` before a name. */
const domainField = z
  .string()
  .trim()
  .max(300, "domain_not_valid")
  .transform((text) => domainIn(text))
  .refine((domain) => domain !== "", "domain_not_valid");

/** What can be decided about a server; the last is for where only listed ones exchange. */
export const severities = ["silence", "reject_media", "suspend", "allow"] as const;

export const domainPolicyInput = z.object({
  domain: domainField,
  severity: z.enum(severities, "choose_one"),
  reason: z.string().trim().max(1000, "reason_too_long").default(""),
  note: z.string().trim().max(1000, "reason_too_long").default(""),
});

export const domainInput = z.object({ domain: domainField });

/** "bells.example", "events@bells.example" or an address of somebody's page. */
export const followServerInput = z.object({
  address: z
    .string()
    .trim()
    .max(2000, "domain_not_valid")
    .transform((text) => (/^https?:\/\/|.@/i.test(text) ? text : domainIn(text)))
    .refine((text) => text !== "", "domain_not_valid"),
});

export const federationModes = ["open", "listed"] as const;
export const followerRules = ["all", "ask"] as const;
export const listReaders = ["everybody", "members", "nobody"] as const;

export const federationInput = z.object({
  authorizedFetch: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  serverFollowers: z.enum(followerRules, "choose_one"),
  serverListFor: z.enum(listReaders, "choose_one"),
});

export const serverFollowerInput = z.object({ followId: z.uuid() });

export const federationModeInput = z.object({ federationMode: z.enum(federationModes, "choose_one") });

/** Characters of a list of servers: more than the longest that are shared have. */
export const MAX_LIST = 1_000_000;

/** A list of servers as a file or as text; the file counts more. */
export const serverListInput = z.object({
  file: z.file().max(MAX_LIST, "list_too_long").optional(),
  list: z.string().max(MAX_LIST, "list_too_long").default(""),
});

/** What was looked at before; `replaces`: decisions that were made here too. */
export const takeListInput = z.object({
  kept: z.string().max(200),
  replaces: z.enum(["no", "yes"]).transform((answer) => answer === "yes"),
});

function domainIn(text: string): string {
  const bare = text.toLowerCase().replace(/^(?:https?:\/\/|@|\*\.)/, "");
  const url = URL.parse(`http://${bare}`);
  return url && !url.username && /^[a-z0-9.-]+$|^\[/.test(url.hostname) ? url.host.replace(/\.$/, "") : "";
}

function entryOf(line: string): string {
  const text = line
    .trim()
    .toLowerCase()
    .replace(/^(?:\*?@|\*?\.)/, "");
  const at = text.lastIndexOf("@") + 1;
  return text.slice(0, at) + asciiDomain(text.slice(at));
}

/** Mail is addressed to the ASCII form of a domain with accents. */
function asciiDomain(domain: string): string {
  const isAscii = /^[\x20-\x7e]*$/.test(domain);
  return isAscii ? domain : (URL.parse(`http://${domain}`)?.hostname ?? domain);
}
