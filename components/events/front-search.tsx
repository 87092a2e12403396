import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import { paths } from "@/lib/core/paths";
import { searchPath } from "@/lib/events/search/address";
import { everything, type SearchQuery } from "@/lib/events/search/input";

const offered = ["today", "tomorrow", "weekend", "week", "next-week"] as const;

/** What, where, when: its answer is the page of searches. The place is typed; nobody is asked where they are. */
export function FrontSearch({ place = "" }: { place?: string }) {
  const t = useTranslations("search");
  return (
    <search className="front-search">
      <form className="find" action={paths.search} method="get">
        <label>
          {t("what")}
          <input type="search" name="q" maxLength={200} placeholder={t("whatHint")} />
        </label>
        <label>
          {t("where")}
          <input
            type="text"
            name="place"
            maxLength={200}
            defaultValue={place}
            placeholder={t("whereHint")}
            autoComplete="off"
          />
        </label>
        <label>
          {t("when")}
          <select name="when">
            <option value="">{t("period.any")}</option>
            {[...offered, "month" as const].map((period) => (
              <option key={period} value={period}>
                {t(`period.${period}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn btn-primary">
          {t("submit")}
        </button>
      </form>
      <p className="row">
        {offered.map((period) => (
          <ChipLink key={period} href={onlyDuring(period)}>
            {t(`period.${period}`)}
          </ChipLink>
        ))}
      </p>
    </search>
  );
}

function onlyDuring(period: SearchQuery["period"]): string {
  return searchPath({ ...everything, period });
}
