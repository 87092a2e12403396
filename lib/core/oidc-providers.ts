import { z } from "zod";

const provider = z.strictObject({
  /** Stands in the address that the provider sends people back to. */
  id: z.string("text").regex(/^[a-z0-9-]{1,30}$/, "up to 30 small letters, digits and -"),
  name: z
    .string("text")
    .trim()
    .regex(/^[^\p{Cc}]{1,60}$/u, "1 to 60 characters, as people know it"),
  issuer: z
    .string("text")
    .refine(isIssuer, "an address with https:// and without ? or #, exactly as the provider names itself"),
  clientId: z.string("text").min(1, "what the provider gave you"),
  clientSecret: z.string("text").min(1, "what the provider gave you"),
  /** Whether people without an account here may make one by coming from there. */
  signUp: z.boolean("true or false").default(false),
});

/** A server that people may sign in with instead of a password here (OpenID Connect). */
export type OidcProvider = z.output<typeof provider>;

const EXAMPLE =
  '[{"id": "maison", "name": "Maison des Associations", "issuer": "https://login.example.org", "clientId": "…", "clientSecret": "…"}]';

/** The kind of setting that lists them. What it says of a mistake names the place and never the value: secrets stand there. */
export function oidcProviders() {
  return z.string().transform((text, ctx): OidcProvider[] => {
    const result = z.array(provider).safeParse(parsed(text));
    const problems = result.success ? repeated(result.data) : result.error.issues.map(advice);
    for (const message of problems) ctx.addIssue({ code: "custom", message });
    return result.success && problems.length === 0 ? result.data : z.NEVER;
  });
}

/** Logins are kept by issuer, so what people write with or without a slash at its end is one. */
export function issuerKey(issuer: string): string {
  return issuer.replace(/\/+$/, "");
}

/** What a provider says is believed because TLS shows that it says it; only this machine itself needs none. */
export function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && local.includes(hostname));
}

const local = ["localhost", "127.0.0.1", "[::1]"];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function advice({ code, path, message, ...issue }: z.core.$ZodIssue): string {
  const [index, field] = path;
  if (typeof index !== "number") return `write a JSON list like ${EXAMPLE}`;
  const where = `of provider ${index + 1}`;
  if (code === "unrecognized_keys" && "keys" in issue)
    return `take away ${issue.keys.map((key) => `"${key}"`).join(", ")} ${where}`;
  return field === undefined
    ? `write the settings ${where} in { }`
    : `write for "${String(field)}" ${where}: ${message}`;
}

function repeated(providers: OidcProvider[]): string[] {
  const isTwice = (values: string[]) => new Set(values).size < values.length;
  return [
    ...(isTwice(providers.map(({ id }) => id)) ? ['give every provider an "id" of its own'] : []),
    ...(isTwice(providers.map(({ issuer }) => issuerKey(issuer))) ? ["name every issuer once"] : []),
  ];
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  return Boolean(url && isSecure(url) && !url.search && !url.hash && !url.username);
}
