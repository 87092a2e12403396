import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import type { EventFormValues } from "./event-form-values";

/** Whether it takes place: asked first about an event that people know of already. */
export function EventFormStatus({ values }: { values: EventFormValues }) {
  const t = useTranslations("eventForm");
  return (
    <SelectField
      name="status"
      label={t("status")}
      hint={t("statusHint")}
      defaultValue={values.status}
      options={(["confirmed", "tentative", "postponed", "moved_online"] as const).map((value) => ({
        value,
        label: t(`statuses.${value}`),
      }))}
    />
  );
}
