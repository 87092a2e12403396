import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/core/paths";
import { reportCategories, reportedKinds } from "@/lib/moderation/input";

type CaseFiltersProps = { tab: string; kind?: string | undefined; category?: string | undefined };

/** Asks the queue for some of it: a form that leads to an address. */
export function CaseFilters({ tab, kind = "", category = "" }: CaseFiltersProps) {
  const t = useTranslations("cases");
  const categories = useTranslations("moderation.categories");
  const all = { value: "", label: t("filter.all") };
  return (
    <form className="filters" action={paths.reports} method="get">
      <input type="hidden" name="tab" value={tab} />
      <Select
        id="kind"
        name="kind"
        label={t("filter.kind")}
        defaultValue={kind}
        options={[all, ...reportedKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
      />
      <Select
        id="category"
        name="category"
        label={t("filter.category")}
        defaultValue={category}
        options={[all, ...reportCategories.map((value) => ({ value, label: categories(value) }))]}
      />
      <Button type="submit">{t("filter.show")}</Button>
    </form>
  );
}
