import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Event } from "@/db/schema/events";
import { EventWhen } from "./event-when";

type EventFactsProps = {
  event: Event;
  readerZone?: string;
  showOnlineAddress: boolean;
};

/** When and where, right below the title. */
export function EventFacts({ event, readerZone, showOnlineAddress }: EventFactsProps) {
  const hasPlace = event.placeName !== "" || event.placeAddress !== "";
  const isOnline = /^https?:\/\//i.test(event.onlineUrl);
  return (
    <div className="facts">
      <div>
        <Icon name="clock" />
        <EventWhen event={event} readerZone={readerZone} />
      </div>
      {hasPlace && (
        <div>
          <Icon name="pin" />
          <Place event={event} />
        </div>
      )}
      {isOnline && (
        <div>
          <Icon name="video" />
          <Online url={event.onlineUrl} isShown={showOnlineAddress} />
        </div>
      )}
    </div>
  );
}

function Place({ event: { placeName, placeAddress } }: { event: Event }) {
  const t = useTranslations("event");
  const query = [placeName, placeAddress].filter(Boolean).join(", ");
  return (
    <p className="p-location h-card">
      <strong className="p-name">{placeName || placeAddress}</strong>
      <br />
      {placeName && placeAddress && <span className="soft p-label">{placeAddress} · </span>}
      <a
        href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`}
        rel="external noreferrer"
      >
        {t("onMap")}
      </a>
    </p>
  );
}

function Online({ url, isShown }: { url: string; isShown: boolean }) {
  const t = useTranslations("event");
  return (
    <p>
      <strong>{t("online")}</strong>
      <br />
      {isShown ? (
        <a href={url} rel="external noreferrer nofollow">
          {URL.parse(url)?.host ?? url}
        </a>
      ) : (
        <span className="soft">{t("onlineHidden")}</span>
      )}
    </p>
  );
}
