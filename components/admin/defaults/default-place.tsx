import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { zoneOptions } from "@/components/forms/zone-options";
import { SettingsSection } from "@/components/settings/settings-section";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";
import { DefaultPlaceForm } from "./forms";

type DefaultPlaceProps = {
  settings: Pick<InstanceSettings, "defaultZone" | "defaultPlace">;
  save: FormAction;
};

/** Where the people of this server are, and by which clock they live. */
export function DefaultPlace({ settings: { defaultZone, defaultPlace }, save }: DefaultPlaceProps) {
  const t = useTranslations("admin.defaults");
  const forms = useTranslations("forms");
  const locale = useLocale();
  const degrees = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const found = defaultPlace && {
    latitude: degrees.format(defaultPlace.latitude),
    longitude: degrees.format(defaultPlace.longitude),
  };
  return (
    <SettingsSection id="place" title={t("place")} lead={t("placeLead")}>
      <FormTexts>
        <DefaultPlaceForm action={save} id="default-place">
          <SelectField
            name="defaultZone"
            label={t("defaultZone")}
            hint={t("defaultZoneHint")}
            defaultValue={defaultZone ?? ""}
            options={[{ value: "", label: t("zoneOfEvents") }, ...zoneOptions(locale, defaultZone ?? "UTC")]}
          />
          <TextField
            name="placeName"
            label={t("placeName")}
            hint={
              <>
                {t("placeNameHint")} {found && t("placeFound", found)}
              </>
            }
            optional={forms("optional")}
            defaultValue={defaultPlace?.name}
            maxLength={200}
            autoComplete="off"
          />
          <TextField
            name="placeKm"
            label={t("placeKm")}
            defaultValue={String(defaultPlace?.km ?? 50)}
            inputMode="numeric"
            maxLength={3}
            className="max-w-[24rem]"
            required
          />
          <div className="form-actions">
            <SubmitButton variant="plain">{t("save")}</SubmitButton>
          </div>
        </DefaultPlaceForm>
      </FormTexts>
    </SettingsSection>
  );
}
