import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { MapSource } from "@/lib/web/map-source";

type MapBoxProps = {
  map: MapSource;
  /** Where the needle stands. */
  point?: { latitude: number; longitude: number };
  /** What the needle is called. */
  title?: string;
  /** The reader sets the point of the form around it. */
  isPin?: boolean;
};

/** The offer of a map: nothing of it is loaded before a click that says from whom (public/map.js). */
export function MapBox({ map, point, title = "", isPin = false }: MapBoxProps) {
  const t = useTranslations("event.map");
  return (
    <div
      className="map-box with-script"
      data-map=""
      data-pin={isPin ? "" : undefined}
      data-tiles={map.tiles}
      data-attribution={map.attribution}
      data-latitude={point?.latitude}
      data-longitude={point?.longitude}
      data-title={title}
      data-label={isPin ? t("pinLabel") : t("label", { title })}
      data-zoom-in={t("zoomIn")}
      data-zoom-out={t("zoomOut")}
      data-failed={t("failed")}
    >
      <Icon name="pin" size={34} className="map-mark" />
      <Button data-show-map="">{isPin ? t("showPin") : t("show")}</Button>
      <p className="hint">{t("from", { host: map.host })}</p>
      <p role="status" className="hint" />
    </div>
  );
}
