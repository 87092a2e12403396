import { type _Translator, createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import en from "@/messages/en.json";
import french from "@/messages/fr.json";
import type { Locale } from "./locale";

export type Messages = typeof en;
type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
export type Translator<N extends Namespace> = _Translator<Messages, N>;

// The annotation is the check: a sentence that is missing in a language is a type error.
const fr: Messages = french;
const catalogues: Record<Locale, Messages> = { en, fr };

declare module "use-intl" {
  // Only an interface merges with the library's own.
  // biome-ignore lint/style/useConsistentTypeDefinitions: see above
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

/** Everything that Carillon says in one language. */
export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}

/**
 * The sentences of one namespace outside React, as for mails. A sentence that is missing or lacks an argument
 * throws: better no mail yet than one with a hole. Kept, since reading a sentence costs more than filling it.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`;
  const made =
    translators.get(key) ?? createTranslator({ locale, messages: messagesFor(locale), namespace, onError });
  translators.set(key, made);
  return made as Translator<N>;
}

const translators = new Map<string, unknown>();

function onError(error: Error): never {
  throw error;
}
