import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, SelectField, TextField } from "@/components/forms/fields";
import { FormattedField } from "@/components/forms/formatted-field";
import { useFormattedTexts } from "@/components/forms/formatted-texts";
import { zoneOptions } from "@/components/forms/zone-options";
import { EventFormStatus } from "./event-form-status";
import type { EventFormValues } from "./event-form-values";
import { NextTime } from "./next-time";
import { PlaceFields } from "./place-fields";

type EventFormBasicsProps = { values: EventFormValues; isPublished?: boolean; maxMegabytes: number };

/** What every announcement says: what, when, where, and what one should know. */
export function EventFormBasics({ values, isPublished, maxMegabytes }: EventFormBasicsProps) {
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
          dir="auto"
          required
        />
        <Times values={values} />
        {isPublished && <EventFormStatus values={values} />}
      </div>
      <Place values={values} />
      <div className="panel gap-5">
        <h2 className="text-step-1">{t("about")}</h2>
        <FormattedField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          optional={t("optional")}
          defaultValue={values.description}
          maxLength={20_000}
          rows={8}
          dir="auto"
          texts={useFormattedTexts(maxMegabytes)}
          pictures={{ to: "/api/pictures", fields: ["eventId", "as"] }}
        />
      </div>
    </>
  );
}

function Times({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  const zones = zoneOptions(useLocale(), values.zone);
  const time = { type: "datetime-local", min: "1970-01-01T00:00", max: "2200-12-31T23:59" } as const;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div>
        <TextField {...time} name="startsAt" label={t("startsAt")} defaultValue={values.startsAt} required />
        <NextTime name="startsAt" text={t("nextTime")} />
      </div>
      <div>
        <TextField
          {...time}
          name="endsAt"
          label={t("endsAt")}
          optional={t("optional")}
          defaultValue={values.endsAt}
        />
        <NextTime name="endsAt" text={t("nextTime")} />
      </div>
      <SelectField name="zone" label={t("zone")} defaultValue={values.zone} options={zones} />
    </div>
  );
}

function Place({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  return (
    <div className="panel gap-5">
      <h2 className="text-step-1">{t("where")}</h2>
      <PlaceFields values={values} />
      <CheckboxField
        name="isAddressHidden"
        label={t("isAddressHidden")}
        hint={t("isAddressHiddenHint")}
        defaultChecked={values.isAddressHidden}
      />
      <TextField
        name="onlineUrl"
        label={t("onlineUrl")}
        hint={t("onlineUrlHint")}
        optional={t("optional")}
        type="url"
        defaultValue={values.onlineUrl}
        maxLength={2000}
        autoComplete="off"
      />
    </div>
  );
}
