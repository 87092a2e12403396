import { useTranslations } from "next-intl";
import { PreferenceSwitch } from "./preference-switch";

export type Theme = "light" | "dark" | "system";

type FooterProps = {
  locale: string;
  locales: readonly string[];
  /** Absent on kept pages, which do not know who reads them: the enhancement module marks the choice there. */
  theme?: Theme;
  /** Where this server's own source code is: AGPL, section 13. */
  sourceHref: string;
  links?: { href: string; label: string }[];
};

export function Footer({ locale, locales, theme = "system", sourceHref, links = [] }: FooterProps) {
  const t = useTranslations("layout");
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
          <li>
            <a href={sourceHref}>{t("sourceCode")}</a>
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
