import type { Option } from "@/components/ui/select";

/** Languages that events here are likely to be in; an address may name any other. */
const usual = [
  "ar",
  "br",
  "ca",
  "de",
  "en",
  "es",
  "eu",
  "fr",
  "gl",
  "it",
  "nl",
  "oc",
  "pl",
  "pt",
  "ru",
  "tr",
  "uk",
];

/** Options for a select, by their names in the reader's language. */
export function searchLanguages(locale: string, current: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const codes = current && !usual.includes(current) ? [current, ...usual] : usual;
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
