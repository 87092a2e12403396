import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";
import { searchPath } from "@/lib/events/search/address";
import { isNarrowed, radii, type SearchQuery } from "@/lib/events/search/input";

type SearchEmptyProps = { query: SearchQuery; isPlaceKnown: boolean };

/** Nothing was found: ways to ask for less, the likeliest first. */
export function SearchEmpty({ query, isPlaceKnown }: SearchEmptyProps) {
  const t = useTranslations("search");
  if (!isNarrowed(query)) {
    return (
      <EmptyState
        title={t("empty.title")}
        icon="search"
        action={<ButtonLink href={searchPath(query, { period: "past" })}>{t("empty.past")}</ButtonLink>}
      >
        {t("empty.nothing")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("empty.title")}
      icon="search"
      action={<Ways query={query} isPlaceKnown={isPlaceKnown} />}
    >
      {t(isAround(query, isPlaceKnown) ? "empty.textAround" : "empty.text")}
    </EmptyState>
  );
}

function Ways({ query, isPlaceKnown }: SearchEmptyProps) {
  const t = useTranslations("search");
  const { period, from, to, radius } = query;
  const hasPlace = isAround(query, isPlaceKnown);
  const isDated = period !== "any" || from !== "" || to !== "";
  const wider = hasPlace ? radii.find((each) => each > radius) : undefined;
  return (
    <div className="row search-ways">
      {wider && (
        <ButtonLink href={searchPath(query, { radius: wider })}>
          {t("empty.wider", { radius: wider })}
        </ButtonLink>
      )}
      {hasPlace && !wider && (
        <ButtonLink href={searchPath(query, { place: "", point: null })}>{t("empty.everywhere")}</ButtonLink>
      )}
      {isDated ? (
        <ButtonLink href={searchPath(query, { period: "any", from: "", to: "" })}>
          {t("empty.anyDay")}
        </ButtonLink>
      ) : (
        <ButtonLink href={searchPath(query, { period: "past" })}>{t("empty.past")}</ButtonLink>
      )}
      <ButtonLink href={paths.search}>{t("empty.all")}</ButtonLink>
    </div>
  );
}

/** Nothing was asked around a place that nobody knows. */
function isAround({ place, point }: SearchQuery, isPlaceKnown: boolean): boolean {
  return isPlaceKnown && (place !== "" || point !== null);
}
