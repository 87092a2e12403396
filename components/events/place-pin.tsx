import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import type { MapSource } from "@/lib/web/map-source";
import type { EventFormValues } from "./event-form-values";
import { MapBox } from "./map-box";
import { PlaceFold } from "./place-fold";

/** The exact point: copied from elsewhere, or set with a pin where there is a map. */
export function PlacePin({ values, map }: { values: EventFormValues; map: MapSource | null }) {
  const t = useTranslations("eventForm");
  const text = { optional: t("optional"), autoComplete: "off", inputMode: "decimal" as const, maxLength: 24 };
  return (
    <PlaceFold title={t("pin")} names={["latitude", "longitude"]}>
      <p className="hint">{t("pinHint")}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...text}
          name="latitude"
          label={t("latitude")}
          hint={t("latitudeHint")}
          defaultValue={values.latitude}
        />
        <TextField
          {...text}
          name="longitude"
          label={t("longitude")}
          hint={t("longitudeHint")}
          defaultValue={values.longitude}
        />
      </div>
      {map && (
        <div className="with-script grid gap-2">
          <MapBox map={map} isPin />
          <p className="hint">{t("pinMapHint")}</p>
        </div>
      )}
    </PlaceFold>
  );
}
