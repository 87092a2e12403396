import { useLocale, useTranslations } from "next-intl";
import { formatShortWhen } from "@/lib/core/dates/when";
import { eventPath } from "@/lib/core/paths";
import { POINTS_AT_MOST } from "@/lib/events/search/input";
import type { FoundPoint } from "@/lib/events/search/points";
import type { MapSource } from "@/lib/web/map-source";
import { SearchMap } from "./search-map";

type SearchMapOfferProps = { points: FoundPoint[]; source: MapSource; now: Date };

/** The map above the list: whoever cannot see it, or has no script, reads the same in the list. */
export function SearchMapOffer({ points, source, now }: SearchMapOfferProps) {
  const t = useTranslations("search.map");
  const locale = useLocale();
  if (points.length === 0) return <p className="soft">{t("nowhere")}</p>;
  const pins = points.map(({ slug, title, startsAt, zone, isAddressHidden, latitude, longitude }) => ({
    href: eventPath(slug),
    title,
    when: startsAt ? formatShortWhen({ startsAt, zone, locale, now }) : "",
    isRough: isAddressHidden,
    latitude,
    longitude,
  }));
  return (
    <>
      <SearchMap
        pins={pins}
        source={{ tiles: source.tiles, attribution: source.attribution }}
        texts={{
          show: t("show"),
          from: t("from", { host: source.host }),
          label: t("label"),
          failed: t("failed"),
          zoomIn: t("zoomIn"),
          zoomOut: t("zoomOut"),
          cluster: t("cluster", { count: "#" }),
          rough: t("rough"),
          andMore: t("andMore", { count: "#" }),
        }}
      />
      {points.length === POINTS_AT_MOST && <p className="soft">{t("soonest", { count: POINTS_AT_MOST })}</p>}
    </>
  );
}
