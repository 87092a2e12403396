import { useLocale, useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { ourAccents, type Shade } from "@/lib/core/look/accent";
import type { InstanceLook } from "@/lib/instance/frame";
import type { FormAction } from "@/lib/web/form-state";
import { AccentField } from "./accent-field";
import { AccentsForm } from "./forms";

type LookColorsProps = { look: InstanceLook; save: FormAction };

const fields = { accentLight: "light", accentDark: "dark" } as const satisfies Record<string, Shade>;

/** The colour of links and buttons. */
export function LookColors({ look, save }: LookColorsProps) {
  const t = useTranslations("admin.look");
  const texts = {
    pick: t("pick"),
    proposal: t("proposal"),
    useProposal: t("useProposal"),
    sampleLink: t("sampleLink"),
    sampleButton: t("sampleButton"),
    asText: t("asText"),
    underText: t("underText"),
    tooLow: t("tooLow"),
  };
  const locale = useLocale();
  return (
    <SettingsSection id="colors" title={t("colors")} lead={t("colorsLead")}>
      <FormTexts>
        <AccentsForm action={save} id="accents">
          {(Object.keys(fields) as (keyof typeof fields)[]).map((name) => (
            <AccentField
              key={name}
              name={name}
              shade={fields[name]}
              current={look[name]}
              locale={locale}
              texts={{
                ...texts,
                label: t(name),
                hint: t("colorHint", { example: ourAccents[fields[name]] }),
              }}
            />
          ))}
          <div className="form-actions">
            <SubmitButton>{t("saveColors")}</SubmitButton>
          </div>
        </AccentsForm>
      </FormTexts>
    </SettingsSection>
  );
}
