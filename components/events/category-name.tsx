import { useTranslations } from "next-intl";
import { type Category, categories } from "@/lib/events/categories";

/** A category in words; one that another server made up is shown as it is. */
export function CategoryName({ code }: { code: string }) {
  return useCategoryName()(code);
}

export function useCategoryName(): (code: string) => string {
  const t = useTranslations("categories");
  return (code) => (isCategory(code) ? t(code) : code);
}

function isCategory(code: string): code is Category {
  return categories.includes(code as Category);
}
