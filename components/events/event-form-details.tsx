import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RadioField, SelectField, TextField } from "@/components/forms/fields";
import { PictureField } from "@/components/forms/picture-field";
import { categories } from "@/lib/events/categories";
import { EventFormMore } from "./event-form-more";
import { type EventFormValues, emptyValues } from "./event-form-values";

/** What stands folded up unless somebody chose otherwise. */
const usual = emptyValues("UTC");

/** How the event looks, and how it is found. */
export function EventFormLooks({ values, picture }: { values: EventFormValues; picture?: ReactNode }) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("looks")}
      summary={t("looksSummary")}
      names={["picture", "pictureAlt", "category", "tags"]}
      isOpen={picture !== undefined || values.tags !== "" || values.category !== usual.category}
    >
      <PictureField
        name="picture"
        label={t("picture")}
        descriptionName="pictureAlt"
        description={values.pictureAlt}
        current={picture}
        maxMegabytes={10}
      />
      <SelectField
        name="category"
        label={t("category")}
        defaultValue={values.category}
        options={useCategories()}
      />
      <TextField
        name="tags"
        label={t("tags")}
        hint={t("tagsHint")}
        optional={t("optional")}
        defaultValue={values.tags}
        maxLength={600}
        autoComplete="off"
      />
    </EventFormMore>
  );
}

/** Who may come, and who gets to know. `taken`: how many have a place, for an event that exists. */
export function EventFormJoining({ values, taken }: { values: EventFormValues; taken?: number }) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("joining")}
      summary={t("joiningSummary")}
      names={["joinMode", "capacity", "visibility"]}
      isOpen={
        taken !== undefined ||
        values.capacity !== "" ||
        values.joinMode !== usual.joinMode ||
        values.visibility !== usual.visibility
      }
    >
      <RadioField
        name="joinMode"
        label={t("joinMode")}
        defaultValue={values.joinMode}
        choices={[
          { value: "free", label: t("joinFree"), hint: t("joinFreeHint") },
          { value: "approval", label: t("joinApproval"), hint: t("joinApprovalHint") },
          { value: "none", label: t("joinNone"), hint: t("joinNoneHint") },
        ]}
      />
      <TextField
        name="capacity"
        label={t("capacity")}
        hint={
          taken === undefined ? t("capacityHint") : `${t("capacityHint")} ${t("capacityTaken", { taken })}`
        }
        optional={t("optional")}
        defaultValue={values.capacity}
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={6}
        autoComplete="off"
      />
      <RadioField
        name="visibility"
        label={t("visibility")}
        defaultValue={values.visibility}
        choices={[
          { value: "public", label: t("visibilityPublic"), hint: t("visibilityPublicHint") },
          { value: "unlisted", label: t("visibilityUnlisted"), hint: t("visibilityUnlistedHint") },
        ]}
      />
    </EventFormMore>
  );
}

function useCategories() {
  const t = useTranslations("categories");
  const byName = new Intl.Collator(useLocale());
  const options = categories.map((code) => ({ value: code as string, label: t(code) }));
  return options.sort((a, b) => byName.compare(a.label, b.label));
}
