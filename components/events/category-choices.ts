import { useLocale, useTranslations } from "next-intl";
import { categories } from "@/lib/events/categories";

/** The categories that all servers know and this one's own, in the order of the reader's alphabet. */
export function useCategoryChoices(own: string[]): { value: string; label: string }[] {
  const t = useTranslations("categories");
  const byName = new Intl.Collator(useLocale());
  const known = categories.map((code) => ({ value: code as string, label: t(code) }));
  const choices = [...known, ...own.map((name) => ({ value: name, label: name }))];
  return choices.sort((a, b) => byName.compare(a.label, b.label));
}
