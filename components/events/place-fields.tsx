import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { countryCodes } from "@/lib/core/countries";
import { placeSources } from "@/lib/web/place-sources";
import type { EventFormValues } from "./event-form-values";
import { PlaceFinder } from "./place-finder";
import { PlacePin } from "./place-pin";

/** Where the event is: found or typed, and a pin for those who want to be exact. */
export function PlaceFields({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const { geocoder, map } = placeSources();
  const text = { optional: t("optional"), autoComplete: "off" };
  return (
    <>
      <PlaceFinder locale={useLocale()} texts={useFinderTexts(geocoder)} />
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
      <div className="place-town">
        <TextField
          {...text}
          name="postalCode"
          label={t("postalCode")}
          defaultValue={values.postalCode}
          maxLength={20}
        />
        <TextField
          {...text}
          name="locality"
          label={t("locality")}
          defaultValue={values.locality}
          maxLength={100}
        />
        <SelectField
          name="country"
          label={t("country")}
          optional={t("optional")}
          defaultValue={values.country}
          options={useCountries()}
        />
      </div>
      <PlacePin values={values} map={map} />
    </>
  );
}

function useCountries() {
  const locale = useLocale();
  const t = useTranslations("eventForm");
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const byName = new Intl.Collator(locale);
  const options = countryCodes.map((code) => ({ value: code, label: names.of(code) ?? code }));
  return [{ value: "", label: t("noCountry") }, ...options.sort((a, b) => byName.compare(a.label, b.label))];
}

function useFinderTexts(geocoder: { host: string } | null) {
  const t = useTranslations("eventForm.placeSearch");
  return {
    label: t("label"),
    hint: geocoder ? t("hint", { host: geocoder.host }) : t("hintKnown"),
    find: t("find"),
    asking: t("asking"),
    found: t("found"),
    nothing: t("nothing"),
    failed: t("failed"),
    choose: t("choose"),
    take: t("take"),
    taken: t("taken"),
  };
}
