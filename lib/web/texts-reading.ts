import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/locale";
import { inLanguage } from "@/lib/core/text/in-language";
import { readInstance } from "@/lib/instance/settings";
import {
  type DocumentVersion,
  findDocument,
  listVersions,
  ourWords,
  type ReadDocument,
} from "@/lib/instance/texts/documents";
import { type DocumentKind, documentKinds } from "@/lib/instance/texts/input";
import { readInstanceFrame } from "./instance-reading";

/** What the server says about itself, in the reader's language where it was written in it. */
export type About = {
  /** As administrators named it, or else its address. */
  name: string;
  short: Found;
  description: Found;
  contact: string;
  hasRules: boolean;
  hasTerms: boolean;
};

type Found = ReturnType<typeof inLanguage>;
type Search = Promise<Record<string, string | string[] | undefined>>;

/** The version that the address names, or the one in force, with the list of all; null: there is none. */
export async function readDocument(
  kind: DocumentKind,
  searchParams: Search,
): Promise<{ document: ReadDocument; versions: DocumentVersion[] } | null> {
  const { version } = await searchParams;
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(String(version))) return null;
  const { db } = connection();
  const [document, versions] = await Promise.all([
    findDocument(db, kind, version === undefined ? undefined : Number(version)),
    listVersions(db, kind),
  ]);
  return document && { document, versions };
}

/** The rules in the reader's language, or in one that they were written in; null: there are none. */
export async function readRules(locale: Locale): Promise<{ text: string; locale: Locale } | null> {
  const { rulesHtml } = await readInstance(connection().db);
  return inLanguage(rulesHtml, locale);
}

/** What administrators edit. The fields for own words begin with ours where there are no own. */
export async function readEditedTexts() {
  const { db } = connection();
  const settings = await readInstance(db);
  const documents = documentKinds.map(async (kind) => {
    const document = await findDocument(db, kind);
    const texts = document?.mode === "own" ? document.texts : ourWords(kind, settings);
    const words = Object.entries(texts).map(([locale, { source }]) => [locale, source.trim()]);
    return { kind, document, words: Object.fromEntries(words) as { [locale: string]: string } };
  });
  return { rules: settings.rules, documents: await Promise.all(documents) };
}

/** For the page about this server. */
export async function readAbout(locale: Locale): Promise<About> {
  const [settings, { hasRules, hasTerms }] = await Promise.all([
    readInstance(connection().db),
    readInstanceFrame(),
  ]);
  return {
    name: settings.name || new URL(env().ORIGIN).host,
    short: inLanguage(settings.shortDescription, locale),
    description: inLanguage(settings.descriptionHtml, locale),
    contact: settings.contact,
    hasRules,
    hasTerms,
  };
}
