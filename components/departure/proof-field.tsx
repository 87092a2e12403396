import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";

/** What is asked for before something that cannot be undone: the password, or this word where there is none. */
export function ProofField({ hasPassword, word }: { hasPassword: boolean; word: string }) {
  const t = useTranslations("departure.proof");
  if (hasPassword)
    return (
      <TextField
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
    );
  return (
    <TextField
      name="typed"
      label={t("typed", { word })}
      hint={t("typedHint")}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={300}
      required
    />
  );
}
