import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs } from "@/components/ui/tabs";
import { searchFeeds, searchPath } from "@/lib/events/search/address";
import { isNarrowed, type SearchQuery, views } from "@/lib/events/search/input";
import type { CardStanding } from "@/lib/participation/standings";
import type { WhyNot } from "@/lib/web/look-elsewhere";
import type { SearchReading } from "@/lib/web/search-reading";
import { CalendarView } from "./calendar-view";
import { FeedLinks } from "./feed-links";
import { SearchActive } from "./search-active";
import { SearchForm } from "./search-form";
import { SearchMapOffer } from "./search-map-offer";
import { SearchResults } from "./search-results";
import { SearchSuggestions } from "./search-suggestions";
import { UnknownAddress } from "./unknown-address";

type SearchPageProps = SearchReading & {
  query: SearchQuery;
  /** What this server added to the categories that all know. */
  ownCategories: string[];
  /** Keys of the address that made no sense. */
  ignored: string[];
  /** An address that was typed instead of words and leads nowhere, and why. */
  unknownAddress: { unknown: string; whyNot: WhyNot } | null;
  standings?: Map<string, CardStanding>;
};

/** The question on top, then how to look at the answer, then the answer. */
export function SearchPageView({
  query,
  results,
  now,
  zone,
  home,
  source,
  standings,
  ownCategories,
  ...notes
}: SearchPageProps) {
  const t = useTranslations("search");
  return (
    <div className="search">
      <h1>{t("title")}</h1>
      <SearchForm query={query} ownCategories={ownCategories} />
      {isNarrowed(query) ? (
        <SearchActive query={query} isPlaceKnown={!notes.unknown.place} />
      ) : (
        <SearchSuggestions home={home} query={query} />
      )}
      <SearchNotes {...notes} query={query} source={source} />
      {results === "too_many_searches" ? (
        <EmptyState title={t("tooMany.title")} icon="clock">
          {t("tooMany.text")}
        </EmptyState>
      ) : (
        <>
          <ViewTabs query={query} hasMap={source !== null} />
          {results.kind === "calendar" ? (
            <CalendarView {...results} query={query} now={now} zone={zone} />
          ) : (
            <>
              {source && results.points && (
                <SearchMapOffer points={results.points} source={source} now={now} />
              )}
              <SearchResults
                found={results}
                query={query}
                isPlaceKnown={!notes.unknown.place}
                now={now}
                standings={standings}
              />
            </>
          )}
          <FeedLinks of={searchFeeds(query)} />
        </>
      )}
    </div>
  );
}

function ViewTabs({ query, hasMap }: { query: SearchQuery; hasMap: boolean }) {
  const t = useTranslations("search");
  const shown = views.filter((view) => hasMap || view !== "map");
  return (
    <Tabs
      label={t("views")}
      tabs={shown.map((view) => ({
        href: searchPath(query, { view, date: view === "month" || view === "week" ? query.date : "" }),
        label: t(`view.${view}`),
        current: view === query.view,
      }))}
    />
  );
}

/** What was asked for and could not be taken as it was meant. */
function SearchNotes({
  query,
  ignored,
  unknown,
  unknownAddress,
  source,
}: Pick<SearchPageProps, "query" | "ignored" | "unknown" | "unknownAddress" | "source">) {
  const t = useTranslations("search");
  const notes = [
    unknown.place && t("unknownPlace", { place: query.place }),
    unknown.organizer && t("unknownOrganizer", { handle: query.organizer }),
    ignored.length > 0 && t("ignored", { keys: ignored.join(", ") }),
    query.view === "map" && !source && t("map.none"),
  ].filter((note) => typeof note === "string");
  return (
    <>
      {unknownAddress && <UnknownAddress address={unknownAddress.unknown} whyNot={unknownAddress.whyNot} />}
      {notes.map((note) => (
        <Alert key={note} className="search-note">
          <p>{note}</p>
        </Alert>
      ))}
    </>
  );
}
