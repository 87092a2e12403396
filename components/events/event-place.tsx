import { useTranslations } from "next-intl";
import type { Event } from "@/db/schema/events";
import { placePath } from "@/lib/core/paths";
import { placeLinks } from "./place-links";

type EventPlaceProps = {
  event: Pick<Event, "placeName" | "placeAddress" | "latitude" | "longitude" | "status">;
  /** Whether the address is all there; else the town at most. */
  showAddress: boolean;
  /** Of the page that lists what is on there; none for what stands in no list. */
  placeSlug?: string;
};

/** Where the event is, as far as its reader may know. */
export function EventPlace({ event, showAddress, placeSlug }: EventPlaceProps) {
  const t = useTranslations("event");
  const { placeName, placeAddress, status } = event;
  // Nobody is to go there any more.
  const where = placeName || placeAddress;
  if (status === "moved_online" && where) return <s className="soft">{where}</s>;
  return (
    <div className="p-location h-card">
      {where && (
        <strong className="p-name block" dir="auto">
          {where}
        </strong>
      )}
      {placeName && placeAddress && <bdi className="soft p-label block">{placeAddress}</bdi>}
      {showAddress ? (
        <Ways event={event} placeSlug={placeSlug} />
      ) : (
        <span className="soft">{t("addressHidden")}</span>
      )}
    </div>
  );
}

/** Links to maps and to the way there: plain ones, so that nobody learns of a reader who follows none. */
function Ways({ event, placeSlug }: Pick<EventPlaceProps, "event" | "placeSlug">) {
  const t = useTranslations("event");
  const { onMap, directions, app } = placeLinks(event);
  return (
    <span className="place-ways">
      <a href={onMap} rel="external noreferrer">
        {t("onMap")}
      </a>
      <a href={directions} rel="external noreferrer">
        {t("directions")}
      </a>
      <a href={app}>{t("openMapApp")}</a>
      {placeSlug && <a href={placePath(placeSlug)}>{t("atPlace")}</a>}
    </span>
  );
}
