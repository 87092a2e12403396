import { useTranslations } from "next-intl";
import { RadioField, SelectField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { geocoders, mapModes } from "@/lib/instance/defaults/input";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";
import { SourcesForm } from "./forms";

type SourceSettingsProps = {
  settings: Pick<InstanceSettings, "maps" | "mapTiles" | "mapAttribution" | "geocoder" | "geocoderUrl">;
  /** What the environment says: the server of the tiles, and the kind of geocoder. */
  started: { tiles?: string; geocoder: string };
  save: FormAction;
};

/** Where the pictures of maps come from, and who is asked where addresses are. */
export function SourceSettings({ settings, started, save }: SourceSettingsProps) {
  const t = useTranslations("admin.defaults");
  return (
    <SettingsSection id="sources" title={t("sources")} lead={t("sourcesLead")}>
      <FormTexts>
        <SourcesForm action={save} id="source-settings">
          <MapFields settings={settings} tiles={started.tiles} />
          <SelectField
            name="geocoder"
            label={t("geocoder")}
            hint={
              started.geocoder === "none"
                ? t("startedWithNothing")
                : t("startedWith", { value: started.geocoder })
            }
            defaultValue={settings.geocoder}
            options={geocoders.map((value) => ({ value, label: t(`geocoders.${value}`) }))}
          />
          <AddressField name="geocoderUrl" value={settings.geocoderUrl} hint={t("geocoderUrlHint")} />
          <div className="form-actions">
            <SubmitButton variant="plain">{t("save")}</SubmitButton>
          </div>
        </SourcesForm>
      </FormTexts>
    </SettingsSection>
  );
}

function MapFields({ settings, tiles }: { settings: SourceSettingsProps["settings"]; tiles?: string }) {
  const t = useTranslations("admin.defaults");
  const started = tiles ? t("startedWith", { value: tiles }) : t("startedWithNothing");
  const forms = useTranslations("forms");
  return (
    <>
      <RadioField
        name="maps"
        label={t("maps")}
        defaultValue={settings.maps}
        choices={mapModes.map((value) => ({
          value,
          label: t(`mapModes.${value}`),
          hint: value === "environment" ? started : undefined,
        }))}
      />
      <AddressField
        name="mapTiles"
        value={settings.mapTiles}
        hint={t("mapTilesHint", { example: "https://tile.example.org/{z}/{x}/{y}.png" })}
      />
      <TextField
        name="mapAttribution"
        label={t("mapAttribution")}
        hint={t("mapAttributionHint")}
        optional={forms("optional")}
        defaultValue={settings.mapAttribution}
        maxLength={200}
      />
    </>
  );
}

function AddressField(props: { name: "mapTiles" | "geocoderUrl"; value: string; hint: string }) {
  const t = useTranslations("admin.defaults");
  const forms = useTranslations("forms");
  return (
    <TextField
      name={props.name}
      label={t(props.name)}
      hint={props.hint}
      optional={forms("optional")}
      defaultValue={props.value}
      inputMode="url"
      spellCheck={false}
      autoCapitalize="off"
      maxLength={500}
    />
  );
}
