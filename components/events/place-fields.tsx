import { useTranslations } from "next-intl";
import { HiddenField, TextField } from "@/components/forms/fields";
import type { EventFormValues } from "./event-form-values";

/** Where the event is: what people read, and where that is. */
export function PlaceFields({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const text = { optional: t("optional"), autoComplete: "off" };
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...text}
          name="placeName"
          label={t("placeName")}
          hint={t("placeNameHint")}
          defaultValue={values.placeName}
          maxLength={200}
        />
        <TextField
          {...text}
          name="placeAddress"
          label={t("placeAddress")}
          hint={t("placeAddressHint")}
          defaultValue={values.placeAddress}
          maxLength={500}
        />
      </div>
      {(["postalCode", "locality", "country", "latitude", "longitude"] as const).map((name) => (
        <HiddenField key={name} name={name} defaultValue={values[name]} />
      ))}
    </>
  );
}
