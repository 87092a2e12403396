import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/core/paths";
import { attendances, periods, radii, type SearchQuery, sorts, statuses } from "@/lib/events/search/input";
import { SearchCategories } from "./search-categories";
import { searchLanguages } from "./search-languages";

type SearchFormProps = { query: SearchQuery; ownCategories: string[] };

/** What, where, when; everything else unfolds. Its answer has an address, and needs no script. */
export function SearchForm({ query, ownCategories }: SearchFormProps) {
  const t = useTranslations("search");
  return (
    <search className="search-bar">
      <form action={paths.search} method="get">
        <div className="find">
          <label>
            {t("what")}
            <input
              type="search"
              name="q"
              maxLength={200}
              defaultValue={query.words}
              placeholder={t("whatHint")}
            />
          </label>
          <label>
            {t("where")}
            <input
              type="text"
              name="place"
              maxLength={200}
              defaultValue={query.place}
              placeholder={t("whereHint")}
              autoComplete="off"
            />
          </label>
          <Periods query={query} />
          <button type="submit" className="btn btn-primary">
            {t("submit")}
          </button>
        </div>
        <details className="search-more">
          <summary>
            <Icon name="settings" size={18} />
            {t("more")}
          </summary>
          <MoreFilters query={query} ownCategories={ownCategories} />
        </details>
        {query.view !== "list" && <input type="hidden" name="view" value={query.view} />}
        {query.date && <input type="hidden" name="date" value={query.date} />}
      </form>
    </search>
  );
}

/** Days of one's own stand in the fields below; a period that is chosen here counts more. */
function Periods({ query }: { query: SearchQuery }) {
  const t = useTranslations("search");
  const hasOwnDates = Boolean(query.from || query.to);
  return (
    <label>
      {t("when")}
      <select name="when" defaultValue={query.period === "any" ? "" : query.period}>
        <option value="">{t(hasOwnDates ? "ownDates" : "period.any")}</option>
        {periods.slice(1).map((period) => (
          <option key={period} value={period}>
            {t(`period.${period}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function MoreFilters({ query, ownCategories }: SearchFormProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const any = (label: string) => ({ value: "", label });
  return (
    <div className="search-fields">
      <TextInput id="search-from" type="date" name="from" label={t("from")} defaultValue={query.from} />
      <TextInput id="search-to" type="date" name="to" label={t("to")} defaultValue={query.to} />
      <Select
        id="search-radius"
        name="radius"
        label={t("radius")}
        defaultValue={String(query.radius)}
        options={radii.map((radius) => ({ value: String(radius), label: t("within", { radius }) }))}
      />
      <Select
        id="search-how"
        name="how"
        label={t("how")}
        defaultValue={query.attendance ?? ""}
        options={[
          any(t("anyHow")),
          ...attendances.map((value) => ({ value, label: t(`attendance.${value}`) })),
        ]}
      />
      <TextInput id="search-tag" name="tag" label={t("tag")} defaultValue={query.tag} maxLength={40} />
      <Select
        id="search-language"
        name="language"
        label={t("language")}
        defaultValue={query.language}
        options={[any(t("anyLanguage")), ...searchLanguages(locale, query.language)]}
      />
      <Select
        id="search-status"
        name="status"
        label={t("status")}
        defaultValue={query.status ?? ""}
        options={[
          any(t("anyStatus")),
          ...statuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
        ]}
      />
      <Select
        id="search-server"
        name="server"
        label={t("server")}
        defaultValue={query.server ?? ""}
        options={[any(t("servers.any")), { value: "here", label: t("servers.here") }]}
      />
      <TextInput
        id="search-by"
        name="by"
        label={t("by")}
        placeholder={t("byHint")}
        defaultValue={query.organizer}
        maxLength={330}
        autoCapitalize="none"
      />
      <Select
        id="search-sort"
        name="sort"
        label={t("sort")}
        defaultValue={query.sort}
        options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
      <SearchCategories own={ownCategories} chosen={query.categories} />
    </div>
  );
}
