import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";

/** The password again, before anything about the second factor changes. */
export function PasswordAgain({ email }: { email: string }) {
  const t = useTranslations("security.secondFactor");
  return (
    <>
      {/* Tells password managers whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
    </>
  );
}

type CodeFieldProps = { label: string; hint: string; isDigits?: boolean };

/** A code of the app (`isDigits`), or a recovery code, or whichever is at hand. */
export function CodeField({ label, hint, isDigits }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      inputMode={isDigits ? "numeric" : "text"}
      autoComplete={isDigits ? "one-time-code" : "off"}
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      maxLength={isDigits ? 12 : 40}
      className="code-field"
      required
    />
  );
}
