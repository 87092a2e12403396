import { useTranslations } from "next-intl";
import { TextAreaField, TextField } from "@/components/forms/fields";
import { Avatar } from "@/components/ui/avatar";
import { PictureChoice } from "./picture-choice";

type IdentityFieldsProps = {
  name?: string;
  summary?: string;
  picture?: { src: string; srcSet?: string } | null;
  /** There is a picture, though it may not be ready to be shown. */
  hasPicture?: boolean;
  hasPictureFailed?: boolean;
};

/** What every identity shows of itself and may change. */
export function IdentityFields({
  name,
  summary,
  picture,
  hasPicture,
  hasPictureFailed,
}: IdentityFieldsProps) {
  const t = useTranslations("identities");
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={name}
        maxLength={80}
        required
      />
      <TextAreaField
        name="summary"
        label={t("summary")}
        hint={t("summaryHint")}
        optional={t("optional")}
        defaultValue={summary}
        maxLength={5000}
        rows={5}
      />
      <PictureChoice
        name="avatar"
        label={t("avatar")}
        hint={t("avatarHint")}
        optional={t("optional")}
        current={name && picture ? <Avatar name={name} picture={picture} size="large" /> : undefined}
        hasFailed={hasPictureFailed}
        removal={hasPicture ? { name: "removeAvatar", label: t("removeAvatar") } : undefined}
      />
    </>
  );
}
