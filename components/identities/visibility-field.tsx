import { useTranslations } from "next-intl";
import { RadioField } from "@/components/forms/fields";
import type { ActorRow } from "@/db/schema/actors";

/** Who may open the page of the identity. */
export function VisibilityField({ visibility }: { visibility: ActorRow["visibility"] }) {
  const t = useTranslations("identities");
  return (
    <RadioField
      name="visibility"
      label={t("visibility")}
      defaultValue={visibility}
      choices={[
        { value: "public", label: t("visibilityPublic"), hint: t("visibilityPublicHint") },
        { value: "participants", label: t("visibilityParticipants"), hint: t("visibilityParticipantsHint") },
      ]}
    />
  );
}
