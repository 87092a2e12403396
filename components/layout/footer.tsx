import { useTranslations } from "next-intl";
import { locales } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { contactHref } from "@/lib/core/text-paths";
import type { InstanceFrame } from "@/lib/instance/frame";
import { DocumentLinks } from "./document-links";
import { nameOfLanguage } from "./name-of-language";
import { PreferenceSwitch } from "./preference-switch";

export type Theme = "light" | "dark" | "system";

type FooterProps = {
  locale: string;
  theme?: Theme;
  /** Their account keeps the theme too. */
  isMember?: boolean;
  frame: Pick<InstanceFrame, "hasTerms" | "hasRules" | "contact">;
};

export function Footer({ locale, theme = "system", isMember = false, frame }: FooterProps) {
  const t = useTranslations("layout");
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          <li>
            <a href={paths.about}>{t("about")}</a>
          </li>
          <DocumentLinks hasRules={frame.hasRules} hasTerms={frame.hasTerms} />
          {frame.contact && (
            <li>
              <a href={contactHref(frame.contact)}>{t("contact")}</a>
            </li>
          )}
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
            isKeptByAccount={isMember}
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
