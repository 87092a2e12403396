import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField } from "@/components/forms/fields";
import { PlainForm } from "@/components/forms/plain-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { zoneOptions } from "@/components/forms/zone-options";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import type { Home } from "@/lib/accounts/home";
import { locales } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { HomeFields } from "./home-fields";
import { SettingsSection } from "./settings-section";
import { ZoneField } from "./zone-field";
import { useZoneTexts } from "./zone-texts";

/** The language of pages and mails. A plain form: what answers is in the new language as a whole. */
export function LanguageSettings({ current }: { current: string }) {
  const t = useTranslations("settings");
  return (
    <SettingsSection id="language" title={t("language.title")} lead={t("language.lead")}>
      <PlainForm action="/preferences">
        <input type="hidden" name="back" value={`${paths.settings}?notice=language_saved`} />
        <SelectField
          name="locale"
          label={t("language.label")}
          defaultValue={current}
          options={locales.map((code) => ({ value: code, label: nameOfLanguage(code) }))}
          className="max-w-[20rem]"
        />
        <Save />
      </PlainForm>
    </SettingsSection>
  );
}

export function ZoneSettings({ current, save, now }: { current: string; save: FormAction; now: Date }) {
  const t = useTranslations("settings.zone");
  const options = zoneOptions(useLocale(), current, now);
  return (
    <SettingsSection id="zone" title={t("title")} lead={t("lead")}>
      <ActionForm action={save} id="zone-form">
        <ZoneField options={options} current={current} texts={useZoneTexts()} savesAtOnce />
        <Save />
      </ActionForm>
    </SettingsSection>
  );
}

/** The colours of pages; a plain form, like the switch in the footer. */
export function ThemeSettings({ current }: { current: string }) {
  const t = useTranslations("settings.theme");
  const layout = useTranslations("layout");
  const choices = [
    { value: "system", label: layout("themeSystem") },
    { value: "light", label: layout("themeLight") },
    { value: "dark", label: layout("themeDark") },
  ];
  return (
    <SettingsSection id="theme" title={layout("theme")} lead={t("lead")}>
      <PlainForm action="/preferences">
        <input type="hidden" name="back" value={`${paths.settings}?notice=theme_saved`} />
        <RadioField
          name="theme"
          label={t("label")}
          choices={choices}
          defaultValue={current}
          className="choices-across"
        />
        <Save />
      </PlainForm>
    </SettingsSection>
  );
}

export function HomeSettings({ home, save }: { home: Home | null; save: FormAction }) {
  const t = useTranslations("settings.home");
  return (
    <SettingsSection id="home" title={t("title")} lead={t("lead")}>
      <ActionForm action={save} id="home-form" resetWhenDone>
        <HomeFields home={home} />
        <div className="form-actions">
          <SubmitButton variant="plain" name="intent" value="save">
            {t("save")}
          </SubmitButton>
          {home && (
            <SubmitButton variant="quiet" name="intent" value="forget" formNoValidate>
              {t("forget")}
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </SettingsSection>
  );
}

function Save() {
  const t = useTranslations("settings");
  return (
    <div className="form-actions">
      <SubmitButton variant="plain">{t("save")}</SubmitButton>
    </div>
  );
}
