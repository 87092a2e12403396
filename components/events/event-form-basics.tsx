import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import { zoneOptions } from "@/components/forms/zone-options";
import type { EventFormValues } from "./event-form-values";

/** What every announcement says: what, when, where, and what one should know. */
export function EventFormBasics({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  return (
    <>
      <div className="panel gap-5">
        <h2 className="text-step-1">{t("whatAndWhen")}</h2>
        <TextField
          name="title"
          label={t("title")}
          hint={t("titleHint")}
          defaultValue={values.title}
          minLength={3}
          maxLength={200}
          required
        />
        <Times values={values} />
      </div>
      <Place values={values} />
      <div className="panel gap-5">
        <h2 className="text-step-1">{t("about")}</h2>
        <TextAreaField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          optional={t("optional")}
          defaultValue={values.description}
          maxLength={20_000}
          rows={8}
        />
      </div>
    </>
  );
}

function Times({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const zones = zoneOptions(useLocale(), values.zone);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="startsAt"
        label={t("startsAt")}
        type="datetime-local"
        defaultValue={values.startsAt}
        max="2200-12-31T23:59"
        required
      />
      <TextField
        name="endsAt"
        label={t("endsAt")}
        type="datetime-local"
        optional={t("optional")}
        defaultValue={values.endsAt}
        max="2200-12-31T23:59"
      />
      <SelectField name="zone" label={t("zone")} defaultValue={values.zone} options={zones} />
    </div>
  );
}

function Place({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const text = { optional: t("optional"), autoComplete: "off" };
  return (
    <div className="panel gap-5">
      <h2 className="text-step-1">{t("where")}</h2>
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
      <TextField
        {...text}
        name="onlineUrl"
        label={t("onlineUrl")}
        hint={t("onlineUrlHint")}
        type="url"
        defaultValue={values.onlineUrl}
        maxLength={2000}
      />
    </div>
  );
}
