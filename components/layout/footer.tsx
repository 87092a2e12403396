import { useTranslations } from "next-intl";
import { locales } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { PreferenceSwitch } from "./preference-switch";

export type Theme = "light" | "dark" | "system";

export function Footer({ locale, theme = "system" }: { locale: string; theme?: Theme }) {
  const t = useTranslations("layout");
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          <li>
            <a href={paths.about}>{t("about")}</a>
          </li>
          <li>
            <a href={paths.source}>{t("sourceCode")}</a>
          </li>
        </ul>
        <div className="row">
          <PreferenceSwitch
            name="locale"
            label={t("language")}
            current={locale}
            choices={locales.map((code) => ({ value: code, label: nameOfLanguage(code), lang: code }))}
          />
          <PreferenceSwitch
            name="theme"
            label={t("theme")}
            current={theme}
            choices={[
              { value: "light", label: t("themeLight"), icon: "sun" },
              { value: "dark", label: t("themeDark"), icon: "moon" },
              { value: "system", label: t("themeSystem"), icon: "system" },
            ]}
          />
        </div>
      </div>
    </footer>
  );
}

/** A language's own name for itself: whoever needs it can read it. */
function nameOfLanguage(code: string) {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
