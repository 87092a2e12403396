import { useTranslations } from "next-intl";
import { FileField, TextAreaField, TextField } from "@/components/forms/fields";
import { Avatar } from "@/components/ui/avatar";

type IdentityFieldsProps = {
  name?: string;
  summary?: string;
  picture?: { src: string; srcSet?: string } | null;
};

/** What an identity shows of itself and may change. */
export function IdentityFields({ name, summary, picture }: IdentityFieldsProps) {
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
      <FileField
        name="avatar"
        label={t("avatar")}
        hint={t("avatarHint")}
        optional={t("optional")}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        current={name && picture ? <Avatar name={name} picture={picture} size="large" /> : undefined}
      />
    </>
  );
}
