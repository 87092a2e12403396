import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Pager } from "@/components/ui/pager";
import { searchPath } from "@/lib/events/search/address";
import type { SearchQuery } from "@/lib/events/search/input";
import type { Found } from "@/lib/events/search/search";
import type { CardStanding } from "@/lib/participation/standings";
import { EventCard } from "./event-card";
import { EventList } from "./event-list";
import { SearchEmpty } from "./search-empty";

type SearchResultsProps = {
  found: Found;
  query: SearchQuery;
  /** Nobody knows where it is: nothing was asked around it. */
  isPlaceKnown: boolean;
  now: Date;
  standings?: Map<string, CardStanding>;
};

/** What was found: under headings that say how far away it is, or in the order that was asked for. */
export function SearchResults({ found, query, isPlaceKnown, now, standings }: SearchResultsProps) {
  const t = useTranslations("search");
  const { cards, total, pageCount, corrections } = found;
  if (total === 0) return <SearchEmpty query={query} isPlaceKnown={isPlaceKnown} />;
  const isByDate = query.sort === "date" && query.period !== "past" && !(query.to && !query.from);
  return (
    <>
      {corrections.map(({ typed, meant }) => (
        <Alert key={typed} className="search-note">
          <p>{t("corrected", { typed, meant })}</p>
        </Alert>
      ))}
      <p className="soft">{countText(found, t)}</p>
      {isByDate ? (
        <EventList cards={cards} now={now} standings={standings} />
      ) : (
        <section className="section" aria-labelledby="results">
          <h2 id="results">{t("results")}</h2>
          <div className="cards">
            {cards.map((card) => (
              <EventCard key={card.event.id} card={card} standing={standings?.get(card.event.id)} />
            ))}
          </div>
        </section>
      )}
      <Pager page={query.page} pageCount={pageCount} hrefOf={(page) => searchPath(query, { page })} />
    </>
  );
}

/** Nobody counts further than anybody looks. */
function countText({ total, isMore }: Found, t: ReturnType<typeof useTranslations<"search">>): string {
  return isMore ? t("countMore", { total }) : t("count", { total });
}
