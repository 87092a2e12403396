import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField } from "@/components/forms/fields";
import { PictureField } from "@/components/forms/picture-field";
import { WithoutScripts } from "@/components/forms/without-scripts";
import { useCategoryChoices } from "./category-choices";
import { EventFormMore } from "./event-form-more";
import { type EventFormValues, emptyValues } from "./event-form-values";
import { FocusFields } from "./focus-fields";
import { searchLanguages } from "./search-languages";
import { TagsField } from "./tags-field";

/** What this server offers to choose from: categories of its own, tags that others used lately; and how large pictures may be. */
export type FormChoices = { categories: string[]; tags: string[]; pictureMegabytes: number };

type EventFormLooksProps = { values: EventFormValues; choices: FormChoices; picture?: ReactNode };

const usual = emptyValues("UTC");

/** How the event looks, and how it is found. */
export function EventFormLooks({ values, choices, picture }: EventFormLooksProps) {
  const t = useTranslations("eventForm");
  return (
    <EventFormMore
      title={t("looks")}
      summary={t("looksSummary")}
      names={[
        "picture",
        "pictureAlt",
        "textPicture",
        "textPictureAlt",
        "focusX",
        "focusY",
        "category",
        "tags",
        "language",
      ]}
      isOpen={
        picture !== undefined ||
        values.tags !== "" ||
        values.category !== usual.category ||
        values.language !== usual.language
      }
    >
      <PictureField
        name="picture"
        label={t("picture")}
        descriptionName="pictureAlt"
        description={values.pictureAlt}
        current={picture}
        maxMegabytes={choices.pictureMegabytes}
      />
      {picture !== undefined && <FocusFields x={values.focusX} y={values.focusY} />}
      <WithoutScripts>
        <PictureField
          name="textPicture"
          label={t("textPicture")}
          descriptionName="textPictureAlt"
          maxMegabytes={choices.pictureMegabytes}
        />
      </WithoutScripts>
      <SelectField
        name="category"
        label={t("category")}
        defaultValue={values.category}
        options={useCategoryChoices(choices.categories)}
      />
      <TagsField
        name="tags"
        label={t("tags")}
        hint={t("tagsHint")}
        optional={t("optional")}
        value={values.tags}
        suggestions={choices.tags}
      />
      <SelectField
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={values.language}
        options={useLanguages(values.language)}
      />
    </EventFormMore>
  );
}

function useLanguages(current: string) {
  const t = useTranslations("eventForm");
  const chosen = current === "auto" ? "" : current;
  return [{ value: "auto", label: t("languageAuto") }, ...searchLanguages(useLocale(), chosen)];
}
