import type { DocumentText } from "@/db/schema/instance";
import { type Locale, locales } from "@/lib/core/locale";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { privacyWords } from "./default-privacy";
import { termsWords } from "./default-terms";
import type { DocumentKind } from "./input";

/** What stands in the gaps of our words. */
export type Gaps = { name: string; host: string; reach: string };

const words = { terms: termsWords, privacy: privacyWords };

/** How people are told to reach those who run the server; without an address, by what is public anyway. */
const reaches: Record<Locale, { at: (contact: string) => string; nowhere: string }> = {
  en: {
    at: (contact) => `You reach the people who run this server at ${contact}.`,
    nowhere:
      "The people who run this server have not yet said here how to reach them; every report reaches them, too.",
  },
  fr: {
    at: (contact) => `Vous pouvez joindre les personnes qui gèrent ce serveur ici : ${contact}.`,
    nowhere:
      "Les personnes qui gèrent ce serveur n’ont pas encore indiqué ici comment les joindre ; chaque signalement leur parvient aussi.",
  },
};

/** Our own words in every language, with the gaps filled. They say what this software does, and promise nothing else. */
export function defaultTexts(
  kind: DocumentKind,
  { name, host, contact }: { name: string; host: string; contact: string },
): Record<Locale, DocumentText> {
  const texts = locales.map((locale) => {
    const reach = contact ? reaches[locale].at(linkTo(contact)) : reaches[locale].nowhere;
    const source = words[kind][locale]({ name: escaped(name), host, reach });
    return [locale, { source, html: renderMarkdown(source) }];
  });
  return Object.fromEntries(texts) as Record<Locale, DocumentText>;
}

function linkTo(contact: string): string {
  return contact.includes("://") ? `<${contact}>` : `[${escaped(contact)}](mailto:${contact})`;
}

/** A name is no Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#&]/g, "\\$&");
}
