import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";

/** The name after the @: chosen once. */
export function HandleField({ host }: { host: string }) {
  const t = useTranslations("identities");
  return (
    <TextField
      name="handle"
      label={t("handle")}
      hint={t("handleHint", { host })}
      pattern="[a-z0-9_]+"
      maxLength={30}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  );
}
