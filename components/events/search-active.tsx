import { useLocale, useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatter, languageTag } from "@/lib/core/dates/date-text";
import { paths } from "@/lib/core/paths";
import { searchPath } from "@/lib/events/search/address";
import type { SearchQuery } from "@/lib/events/search/input";
import { useCategoryName } from "./category-name";

type SearchActiveProps = { query: SearchQuery; isPlaceKnown: boolean };
type Filter = { label: string; without: Partial<SearchQuery> };

/** What is folded away and counts nevertheless, each with a link that takes it back. */
export function SearchActive({ query, isPlaceKnown }: SearchActiveProps) {
  const t = useTranslations("search");
  const filters = useFilters(query, isPlaceKnown);
  return (
    <ul className="row search-active" aria-label={t("active")}>
      {filters.map(({ label, without }) => (
        <li key={label}>
          <ChipLink href={searchPath(query, without)}>
            <VisuallyHidden>{t("remove")}</VisuallyHidden> {label}
            <Icon name="close" size={16} />
          </ChipLink>
        </li>
      ))}
      <li>
        <a href={paths.search}>{t("clear")}</a>
      </li>
    </ul>
  );
}

function useFilters(query: SearchQuery, isPlaceKnown: boolean): Filter[] {
  const t = useTranslations("search");
  const categoryName = useCategoryName();
  const locale = useLocale();
  const { from, to, attendance, tag, language, status, organizer, server, place, point, radius } = query;
  const told: (Filter | false)[] = [
    (from !== "" || to !== "") && { label: daysText(from, to, locale), without: { from: "", to: "" } },
    (place !== "" || point !== null) && {
      label: [place, isPlaceKnown && t("within", { radius })].filter(Boolean).join(" · "),
      without: { place: "", point: null, radius: 25 },
    },
    attendance !== null && { label: t(`attendance.${attendance}`), without: { attendance: null } },
    tag !== "" && { label: `#${tag}`, without: { tag: "" } },
    language !== "" && {
      label: new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language,
      without: { language: "" },
    },
    status !== null && { label: t(`statuses.${status}`), without: { status: null } },
    server !== null && { label: t("servers.here"), without: { server: null } },
    organizer !== "" && { label: `@${organizer}`, without: { organizer: "" } },
    ...query.categories.map((code) => ({
      label: categoryName(code),
      without: { categories: query.categories.filter((other) => other !== code) },
    })),
  ];
  return told.filter((filter) => filter !== false);
}

/** "26 Nov 2026 – 3 Dec 2026", with one end left open where one is. */
function daysText(from: string, to: string, locale: string): string {
  const day = (text: string) =>
    text &&
    formatter(languageTag(locale), { dateStyle: "medium", timeZone: "UTC" }).format(
      new Date(`${text}T00:00Z`),
    );
  return from === to ? day(from) : `${day(from)} – ${day(to)}`.trim();
}
