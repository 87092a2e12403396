import { z } from "zod";
import { type Locale, locales } from "@/lib/core/locale";
import { documentModes } from "./input";

/** One text a language; empty: not written in it. */
const texts = z
  .object(Object.fromEntries(locales.map((locale) => [locale, z.string().default("")])))
  .transform((all) => all as Record<Locale, string>)
  .prefault({});

/** Which version of a document is in force; 0: none was ever saved. */
const inForce = (mode: (typeof documentModes)[number]) =>
  z.object({ mode: z.enum(documentModes).default(mode), version: z.number().int().default(0) }).prefault({});

/** What the server says about itself. */
export const textSettings = {
  /** At most 60 characters; empty: like the software. */
  name: z.string().default(""),
  /** At most 250 characters. */
  shortDescription: texts,
  /** Markdown. */
  description: texts,
  descriptionHtml: texts,
  /** A mail address or a page; empty: not told. */
  contact: z.string().default(""),
  /** For whoever's browser asks for none that is spoken here. */
  language: z.enum(locales).default(locales[0]),
  /** Markdown. */
  rules: texts,
  rulesHtml: texts,
  /** Their words are in `instance_documents`. */
  terms: inForce("none"),
  privacy: inForce("default"),
  /** When everybody was last asked to agree again (ISO); null: never. */
  agreeSince: z.iso.datetime().nullable().default(null),
};
