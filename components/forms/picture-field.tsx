import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileField, TextField } from "./fields";

type PictureFieldProps = {
  name: string;
  label: string;
  /** The field that takes the description in words. */
  descriptionName: string;
  description?: string;
  /** The picture that is there already. */
  current?: ReactNode;
  maxMegabytes: number;
};

/** A picture, and what it shows in words, asked for kindly. */
export function PictureField({
  name,
  label,
  descriptionName,
  description,
  current,
  maxMegabytes,
}: PictureFieldProps) {
  const t = useTranslations("forms");
  return (
    <>
      <FileField
        name={name}
        label={label}
        hint={t("pictureHint", { maxMegabytes })}
        optional={t("optional")}
        current={current}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
      />
      <TextField
        name={descriptionName}
        label={t("pictureDescription")}
        hint={t("pictureDescriptionHint")}
        optional={t("optional")}
        defaultValue={description}
      />
    </>
  );
}
