import { useTranslations } from "next-intl";
import { RadioField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { commentApprovals } from "@/lib/instance/input";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import type { FormAction } from "@/lib/web/form-state";
import { SafetyForm } from "./forms";

type SafetyLimitsProps = {
  settings: SafetySettings;
  /** Null: the reader may not change them. */
  save: FormAction | null;
};

const links = ["mostLinks", "linksAfterDays"] as const;
const first = ["firstPosts", "firstPostsDays"] as const;
const bursts = ["sameWords", "burstMinutes", "burstComments", "burstEvents", "burstFollows"] as const;

type Limit = (typeof links)[number] | (typeof first)[number] | (typeof bursts)[number] | "slowModeSeconds";

/** What comments, links, first posts and bursts are held to. */
export function SafetyLimits({ settings, save }: SafetyLimitsProps) {
  const t = useTranslations("safety.limits");
  const numbers = (names: readonly Limit[]) =>
    names.map((name) => <NumberField key={name} name={name} value={settings[name]} />);
  const fields = (
    <>
      <RadioField
        name="commentApproval"
        label={t("approval.label")}
        choices={commentApprovals.map((value) => ({
          value,
          label: t(`approval.${value}`),
          hint: t(`approval.${value}Hint`),
        }))}
        defaultValue={settings.commentApproval}
      />
      {numbers(["slowModeSeconds"])}
      <h3 className="font-semibold">{t("links")}</h3>
      {numbers(links)}
      <h3 className="font-semibold">{t("first")}</h3>
      <p className="soft">{t("firstLead")}</p>
      {numbers(first)}
      <h3 className="font-semibold">{t("bursts")}</h3>
      <p className="soft">{t("burstsLead")}</p>
      {numbers(bursts)}
    </>
  );
  return (
    <SettingsSection id="limits" title={t("title")} lead={t("lead")}>
      {save ? (
        <SafetyForm action={save} id="safety">
          {fields}
          <div className="form-actions">
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </SafetyForm>
      ) : (
        <Read settings={settings} />
      )}
    </SettingsSection>
  );
}

function NumberField({ name, value }: { name: Limit; value: number | null }) {
  const t = useTranslations("safety.limits");
  const isOptional = name === "mostLinks";
  return (
    <TextField
      name={name}
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      defaultValue={value === null ? "" : String(value)}
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      className="max-w-[24rem]"
      required={!isOptional}
    />
  );
}

/** For those who may not change it. */
function Read({ settings }: { settings: SafetySettings }) {
  const t = useTranslations("safety.limits");
  const names: Limit[] = ["slowModeSeconds", ...links, ...first, ...bursts];
  return (
    <dl className="server-facts">
      <div>
        <dt>{t("approval.label")}</dt>
        <dd>{t(`approval.${settings.commentApproval}`)}</dd>
      </div>
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`${name}.label`)}</dt>
          <dd>{settings[name] ?? t("any")}</dd>
        </div>
      ))}
    </dl>
  );
}
