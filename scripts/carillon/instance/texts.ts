import type { Context } from "@/lib/core/context";
import { locales } from "@/lib/core/locale";
import { readInstance } from "@/lib/instance/settings";
import { describeInstance, setRules } from "@/lib/instance/texts/describe";
import { findDocument } from "@/lib/instance/texts/documents";
import { type DocumentKind, descriptionInput, documentInput, rulesInput } from "@/lib/instance/texts/input";
import { saveDocument } from "@/lib/instance/texts/save-document";
import { checked } from "../desk";

const plain = ["name", "contact", "language"];
const inEach = ["short", "description", "rules", "terms", "privacy"];

/** What the server says about itself, by the names that are typed: `name`, `rules-en`, `rules-fr`… */
export const textNames: string[] = [
  ...plain,
  ...inEach.flatMap((name) => locales.map((locale) => `${name}-${locale}`)),
];

/** The texts as they stand. */
export async function textsByName(db: Context["db"]): Promise<Record<string, string>> {
  const { name, contact, language, ...settings } = await readInstance(db);
  const [terms, privacy] = await Promise.all([findDocument(db, "terms"), findDocument(db, "privacy")]);
  const texts: Record<string, string> = { name, contact, language };
  for (const locale of locales) {
    texts[`short-${locale}`] = settings.shortDescription[locale];
    texts[`description-${locale}`] = settings.description[locale];
    texts[`rules-${locale}`] = settings.rules[locale];
    texts[`terms-${locale}`] = terms?.texts[locale]?.source ?? "";
    texts[`privacy-${locale}`] = privacy?.texts[locale]?.source ?? "";
  }
  return texts;
}

/** Fills the page's form with what stands there, and what is typed now. Nobody is asked to agree again. */
export async function setText(tx: Context, typed: { name: string; value: string }): Promise<void> {
  const texts = { ...(await textsByName(tx.db)), [typed.name]: typed.value };
  const form = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name.replace("-", "_"), text]),
  );
  const kind = typed.name.split("-")[0];
  if (kind === "terms" || kind === "privacy") return setDocument(tx, kind, form);
  if (kind === "rules") return setRules(tx, checked(rulesInput, form));
  return describeInstance(tx, checked(descriptionInput, form));
}

/** Without a word in any language it is none, or ours. */
function setDocument(tx: Context, kind: DocumentKind, form: Record<string, string>): Promise<void> {
  const texts = locales.map((locale) => [`text_${locale}`, form[`${kind}_${locale}`] ?? ""] as const);
  const empty = kind === "terms" ? "none" : "default";
  const mode = texts.some(([, text]) => text.trim()) ? "own" : empty;
  return saveDocument(tx, checked(documentInput, { kind, mode, ...Object.fromEntries(texts) }));
}
