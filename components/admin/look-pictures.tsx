import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, FileField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { iconPath, logoPath } from "@/lib/core/look/paths";
import type { InstanceLook } from "@/lib/instance/frame";
import type { FormAction } from "@/lib/web/form-state";

type LookPicturesProps = { look: InstanceLook; maxMegabytes: number; save: FormAction };

/** Whose server it is, at the top of its pages and beside their titles. */
export function LookPictures({ look, maxMegabytes, save }: LookPicturesProps) {
  const t = useTranslations("admin.look");
  const { logo, logoDark, icon } = look;
  const current = {
    logo: logo && { ...logo, src: logoPath(logo, "light") },
    logoDark: logoDark && { ...logoDark, src: logoPath(logoDark, "dark") },
    icon: icon && { width: 64, height: 64, src: iconPath(icon, 192) },
  };
  return (
    <SettingsSection id="pictures" title={t("pictures")} lead={t("picturesLead", { maxMegabytes })}>
      <FormTexts>
        <ActionForm action={save} id="look-pictures">
          <PictureRow name="logo" current={current.logo} removal="removeLogo" />
          <PictureRow name="logoDark" current={current.logoDark} removal="removeLogoDark" />
          <PictureRow name="icon" current={current.icon} removal="removeIcon" />
          <div className="form-actions">
            <SubmitButton variant="plain">{t("savePictures")}</SubmitButton>
          </div>
        </ActionForm>
      </FormTexts>
    </SettingsSection>
  );
}

type PictureRowProps = {
  name: "logo" | "logoDark" | "icon";
  current: { src: string; width: number; height: number } | null;
  removal: "removeLogo" | "removeLogoDark" | "removeIcon";
};

function PictureRow({ name, current, removal }: PictureRowProps) {
  const t = useTranslations("admin.look");
  const forms = useTranslations("forms");
  const shown = current && (
    <div className={name === "logoDark" ? "look-current look-dark" : "look-current"}>
      {/* biome-ignore lint/performance/noImgElement: sized when it was uploaded, so there is nothing left to optimise */}
      <img src={current.src} width={current.width} height={current.height} alt={t(name)} />
    </div>
  );
  return (
    <div className="look-picture">
      <FileField
        name={name}
        label={t(name)}
        hint={t(`${name}Hint`)}
        optional={forms("optional")}
        current={shown}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
      />
      {current && <CheckboxField name={removal} label={t(removal)} />}
    </div>
  );
}
