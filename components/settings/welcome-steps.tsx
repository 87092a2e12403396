import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, SelectField, TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { zoneOptions } from "@/components/forms/zone-options";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { Avatar } from "@/components/ui/avatar";
import type { Home } from "@/lib/accounts/home";
import { locales } from "@/lib/core/locale";
import type { FormAction } from "@/lib/web/form-state";
import { HomeFields } from "./home-fields";
import { MailChoices, type MailReader } from "./mail-choices";
import { ZoneField } from "./zone-field";
import { useZoneTexts } from "./zone-texts";

type IdentityStepProps = {
  identity: { name: string; handle: string; summary: string };
  picture: { src: string; srcSet?: string } | null;
  save: FormAction;
};

/** A picture and a few words for the identity that was named at sign-up. */
export function IdentityStep({ identity, picture, save }: IdentityStepProps) {
  const t = useTranslations("identities");
  const { name, handle, summary } = identity;
  return (
    <ActionForm action={save} id="identity-form">
      <input type="hidden" name="as" value={handle} />
      <input type="hidden" name="name" value={name} />
      <div className="flex items-center gap-4">
        <Avatar name={name} picture={picture} size="large" />
        <p>
          <strong>{name}</strong>
          <br />
          <span className="soft small">@{handle}</span>
        </p>
      </div>
      <FileField
        name="avatar"
        label={t("avatar")}
        hint={useTranslations("onboarding")("pictureHint")}
        optional={t("optional")}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
      />
      <TextAreaField
        name="summary"
        label={t("summary")}
        hint={t("summaryHint")}
        optional={t("optional")}
        defaultValue={summary}
        maxLength={5000}
        rows={4}
      />
      <GoOn />
    </ActionForm>
  );
}

type PlaceStepProps = { locale: string; zone: string; home: Home | null; now: Date; save: FormAction };

export function PlaceStep({ locale, zone, home, now, save }: PlaceStepProps) {
  const t = useTranslations("onboarding");
  return (
    <ActionForm action={save} id="place-form">
      <SelectField
        name="locale"
        label={useTranslations("settings.language")("label")}
        defaultValue={locale}
        options={locales.map((code) => ({ value: code, label: nameOfLanguage(code) }))}
      />
      <ZoneField options={zoneOptions(useLocale(), zone, now)} current={zone} texts={useZoneTexts()} />
      <fieldset className="fields">
        <legend>{t("placeHeading")}</legend>
        <p className="soft small">{t("placeHint")}</p>
        <HomeFields home={home} />
      </fieldset>
      <GoOn />
    </ActionForm>
  );
}

export function MailsStep({ readers, save }: { readers: MailReader[]; save: FormAction }) {
  const t = useTranslations("onboarding");
  return (
    <ActionForm action={save} id="mails-form">
      <MailChoices readers={readers} />
      <SubmitButton wide>{t("saveAndEnd")}</SubmitButton>
    </ActionForm>
  );
}

function GoOn() {
  return <SubmitButton wide>{useTranslations("onboarding")("saveAndGoOn")}</SubmitButton>;
}
