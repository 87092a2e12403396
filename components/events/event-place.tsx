import { useTranslations } from "next-intl";
import type { Event } from "@/db/schema/events";

type EventPlaceProps = {
  event: Pick<Event, "placeName" | "placeAddress">;
  /** Whether the address is all there; else the town at most. */
  showAddress: boolean;
};

/** Where the event is, as far as its reader may know. */
export function EventPlace({ event: { placeName, placeAddress }, showAddress }: EventPlaceProps) {
  const t = useTranslations("event");
  const query = [placeName, placeAddress].filter(Boolean).join(", ");
  return (
    <p className="p-location h-card">
      {query && (
        <>
          <strong className="p-name" dir="auto">
            {placeName || placeAddress}
          </strong>
          <br />
        </>
      )}
      {placeName && placeAddress && (
        <>
          <bdi className="soft p-label">{placeAddress}</bdi>
          <span className="soft"> · </span>
        </>
      )}
      {showAddress ? (
        <a
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`}
          rel="external noreferrer"
        >
          {t("onMap")}
        </a>
      ) : (
        <span className="soft">{t("addressHidden")}</span>
      )}
    </p>
  );
}
