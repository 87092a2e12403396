import { useTranslations } from "next-intl";
import { useCategoryChoices } from "./category-choices";

/** Any number of them, this server's own among the others, in the order of the reader's alphabet. */
export function SearchCategories({ own, chosen }: { own: string[]; chosen: string[] }) {
  const t = useTranslations("search");
  return (
    <fieldset className="search-categories">
      <legend className="label">{t("categories")}</legend>
      {useCategoryChoices(own).map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" name="category" value={value} defaultChecked={chosen.includes(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
