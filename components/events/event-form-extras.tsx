import { useTranslations } from "next-intl";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import { amenityFields, linkFields, wheelchairLevels } from "@/lib/events/metadata";
import { EventFormMore } from "./event-form-more";
import { EventFormStatus } from "./event-form-status";
import { type EventFormValues, emptyValues } from "./event-form-values";

type EventFormExtrasProps = { values: EventFormValues; isPublished?: boolean };

const usual = emptyValues("UTC");
const asking = ["priceNote", "ticketUrl", "phone", "contacts"] as const;
const told = ["wheelchair", ...amenityFields, ...linkFields, "pairs"] as const;

/** What it costs, and whom one can ask. */
export function EventFormAsking({ values, isPublished = false }: EventFormExtrasProps) {
  const t = useTranslations("eventForm");
  const text = { optional: t("optional"), autoComplete: "off" };
  return (
    <EventFormMore
      title={t("asking")}
      summary={t("askingSummary")}
      names={[...asking, "status"]}
      isOpen={asking.some((name) => values[name] !== "") || (!isPublished && values.status !== usual.status)}
    >
      <TextField
        {...text}
        name="priceNote"
        label={t("priceNote")}
        hint={t("priceNoteHint")}
        defaultValue={values.priceNote}
        maxLength={200}
      />
      <TextField
        {...text}
        name="ticketUrl"
        label={t("ticketUrl")}
        type="url"
        defaultValue={values.ticketUrl}
        maxLength={2000}
      />
      <TextField
        {...text}
        name="phone"
        label={t("phone")}
        hint={t("phoneHint")}
        type="tel"
        defaultValue={values.phone}
        maxLength={200}
      />
      <TextField
        {...text}
        name="contacts"
        label={t("contacts")}
        hint={t("contactsHint")}
        defaultValue={values.contacts}
        maxLength={400}
        autoCapitalize="off"
        spellCheck={false}
      />
      {!isPublished && <EventFormStatus values={values} />}
    </EventFormMore>
  );
}

/** Who gets in and along, and where more of it is on the web. */
export function EventFormAccess({ values }: EventFormExtrasProps) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("access")}
      summary={t("accessSummary")}
      names={[...told]}
      isOpen={told.some((name) => values[name] !== usual[name])}
    >
      <SelectField
        name="wheelchair"
        label={t("wheelchair")}
        defaultValue={values.wheelchair}
        options={[
          { value: "", label: t("wheelchairs.untold") },
          ...wheelchairLevels.map((value) => ({ value, label: t(`wheelchairs.${value}`) })),
        ]}
      />
      <div>
        {amenityFields.map((name) => (
          <CheckboxField key={name} name={name} label={t(name)} defaultChecked={values[name]} />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {linkFields.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            optional={t("optional")}
            type="url"
            defaultValue={values[name]}
            maxLength={2000}
            autoComplete="off"
          />
        ))}
      </div>
      <TextAreaField
        name="pairs"
        label={t("pairs")}
        hint={t("pairsHint")}
        optional={t("optional")}
        defaultValue={values.pairs}
        maxLength={5000}
        rows={3}
        dir="auto"
      />
    </EventFormMore>
  );
}
