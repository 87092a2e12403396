import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import type { Home } from "@/lib/accounts/home";
import { searchPath } from "@/lib/events/search/address";
import { radii, type SearchQuery } from "@/lib/events/search/input";

/** Where to begin for whoever has not asked for anything yet. */
export function SearchSuggestions({ home, query }: { home: Home | null; query: SearchQuery }) {
  const t = useTranslations("search");
  const name = useTranslations("categories");
  const kept = { view: query.view };
  return (
    <ul className="row search-active" aria-label={t("suggestions")}>
      {home && (
        <li>
          <ChipLink href={searchPath(query, { ...kept, ...around(home) })}>
            {t("near", { place: home.name })}
          </ChipLink>
        </li>
      )}
      {(["today", "weekend"] as const).map((period) => (
        <li key={period}>
          <ChipLink href={searchPath(query, { ...kept, period })}>{t(`period.${period}`)}</ChipLink>
        </li>
      ))}
      {(["MUSIC", "COMMUNITY", "OUTDOORS_ADVENTURE"] as const).map((code) => (
        <li key={code}>
          <ChipLink href={searchPath(query, { ...kept, categories: [code] })}>{name(code)}</ChipLink>
        </li>
      ))}
      <li>
        <ChipLink href={searchPath(query, { ...kept, attendance: "online" })}>
          {t("attendance.online")}
        </ChipLink>
      </li>
    </ul>
  );
}

/** The name alone: the point is found again by it, and stays out of addresses that people pass on. */
function around(home: Home): Partial<SearchQuery> {
  const radius = radii.find((each) => each >= home.radius) ?? radii.at(-1)!;
  return home.name ? { place: home.name, radius } : { point: home.point, radius };
}
