import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Device } from "@/lib/accounts/devices";
import type { FormAction } from "@/lib/web/form-state";
import { type Reader, useLastUse } from "./last-use";

type DevicesSectionProps = {
  devices: Device[];
  reader: Reader;
  /** Gets `device`. */
  signOut: FormAction;
  signOutOthers: FormAction;
};

/** Where the account is signed in. */
export function DevicesSection({ devices, reader, signOut, signOutOthers }: DevicesSectionProps) {
  const t = useTranslations("security.devices");
  return (
    <SettingsSection id="devices" title={t("title")} lead={t("lead")}>
      <ul className="list">
        {devices.map((device) => (
          <DeviceRow key={device.key} device={device} reader={reader} signOut={signOut} />
        ))}
      </ul>
      {devices.length > 1 && (
        <ButtonForm action={signOutOthers}>
          <SubmitButton variant="plain">{t("signOutOthers")}</SubmitButton>
        </ButtonForm>
      )}
    </SettingsSection>
  );
}

type DeviceRowProps = { device: Device; reader: Reader; signOut: FormAction };

function DeviceRow({ device, reader, signOut }: DeviceRowProps) {
  const t = useTranslations("security.devices");
  const lastUse = useLastUse(reader);
  const name = useDeviceName(device);
  return (
    <li>
      <Icon name={device.isHandheld ? "phone" : "laptop"} />
      <div>
        <strong>{name}</strong> {device.isThis && <Chip tone="going">{t("this")}</Chip>}
        <p className="soft small">{device.isThis ? t("usedNow") : lastUse(device.lastUsedAt)}</p>
      </div>
      {!device.isThis && (
        <ButtonForm action={signOut}>
          <input type="hidden" name="device" value={device.key} />
          <SubmitButton variant="plain" small>
            {t("signOut")} <VisuallyHidden>{name}</VisuallyHidden>
          </SubmitButton>
        </ButtonForm>
      )}
    </li>
  );
}

function useDeviceName({ browser, system }: Device): string {
  const t = useTranslations("security.devices");
  if (browser && system) return t("browserOnSystem", { browser, system });
  return browser ?? system ?? t("unknown");
}
