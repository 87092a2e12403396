import * as z from "zod";
import { type Locale, locales } from "@/lib/core/locale";

/** As long as Markdown is read (lib/core/text/markdown.ts). */
export const MAX_TEXT = 20_000;
export const MAX_SHORT = 250;
export const MAX_NAME = 60;

export const documentKinds = ["terms", "privacy"] as const;
export const documentModes = ["none", "default", "own", "link"] as const;

/** One field a language: `rules_en`, `rules_fr`. */
function inEach<Name extends string, Field extends z.ZodType>(name: Name, field: Field) {
  const fields = locales.map((locale) => [`${name}_${locale}`, field]);
  return Object.fromEntries(fields) as Record<`${Name}_${Locale}`, Field>;
}

/** The texts of such fields by language. */
export function textsOf<Name extends string>(
  input: Record<`${Name}_${Locale}`, string>,
  name: Name,
): Record<Locale, string> {
  const texts = locales.map((locale) => [locale, input[`${name}_${locale}`]]);
  return Object.fromEntries(texts) as Record<Locale, string>;
}

const longText = z.string().max(MAX_TEXT, "instance_text_too_long").default("");
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** An address of a page, with its scheme; empty: none. */
const link = z
  .string()
  .trim()
  .max(500, "document_link_not_valid")
  .refine((text) => text === "" || isPage(text), "document_link_not_valid")
  .default("");

/** A mail address, or a page where it is told how to reach the people of this server. */
const contact = z
  .string()
  .trim()
  .max(500, "contact_not_valid")
  .refine((text) => text === "" || isPage(text) || z.email().safeParse(text).success, "contact_not_valid");

export const descriptionInput = z.object({
  name: z.string().trim().max(MAX_NAME, "instance_name_too_long"),
  ...inEach("short", z.string().max(MAX_SHORT, "short_description_too_long").default("")),
  ...inEach("description", longText),
  contact,
  language: z.enum(locales, "choose_one"),
});

export const rulesInput = z.object(inEach("rules", longText));

export const documentInput = z
  .object({
    kind: z.enum(documentKinds, "choose_one"),
    mode: z.enum(documentModes, "choose_one"),
    ...inEach("text", longText),
    url: link,
    asksAgain: ticked,
  })
  .refine(({ kind, mode }) => kind !== "privacy" || mode !== "none", {
    path: ["mode"],
    message: "choose_one",
  })
  .refine(({ mode, url }) => mode !== "link" || url !== "", {
    path: ["url"],
    message: "document_link_missing",
  })
  .refine((input) => input.mode !== "own" || Object.values(textsOf(input, "text")).some((t) => t.trim()), {
    path: [`text_${locales[0]}`],
    message: "document_text_missing",
  });

export type DocumentKind = (typeof documentKinds)[number];

function isPage(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}
