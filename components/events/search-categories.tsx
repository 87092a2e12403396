import { useTranslations } from "next-intl";
import { type Category, categories } from "@/lib/events/categories";

/** Any number of them, in the order of the reader's alphabet. */
export function SearchCategories({ chosen }: { chosen: Category[] }) {
  const t = useTranslations("search");
  const name = useTranslations("categories");
  const named = categories.map((code) => ({ code, label: name(code) }));
  return (
    <fieldset className="search-categories">
      <legend className="label">{t("categories")}</legend>
      {named
        .toSorted((a, b) => a.label.localeCompare(b.label))
        .map(({ code, label }) => (
          <label key={code}>
            <input type="checkbox" name="category" value={code} defaultChecked={chosen.includes(code)} />
            {label}
          </label>
        ))}
    </fieldset>
  );
}
