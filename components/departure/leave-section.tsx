import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { formatWhen } from "@/lib/core/dates/when";
import type { WhatGoes } from "@/lib/departure/what-goes";
import type { FormAction } from "@/lib/web/form-state";
import { ProofField } from "./proof-field";

type LeaveSectionProps = {
  identities: { name: string; handle: string; goes: WhatGoes }[];
  credentials: { email: string; hasPassword: boolean };
  /** When it goes, if that was asked for. */
  leavesAt: Date | null;
  zone: string;
  /** Gets `password` or `typed`. */
  leave: FormAction;
};

/** The end of the account: what goes, when, and the question whether they mean it. */
export function LeaveSection({ leavesAt, zone, ...asking }: LeaveSectionProps) {
  const t = useTranslations("departure.account");
  const locale = useLocale();
  if (!leavesAt)
    return (
      <SettingsSection id="delete" title={t("title")} lead={t("lead")}>
        <Question {...asking} />
      </SettingsSection>
    );
  const date = formatWhen({ startsAt: leavesAt, endsAt: null, zone, locale });
  return (
    <SettingsSection id="delete" title={t("title")}>
      <p>{t("leaving", { date })}</p>
      <p className="soft">{t("leavingHow")}</p>
    </SettingsSection>
  );
}

function Question({ identities, credentials, leave }: Omit<LeaveSectionProps, "leavesAt" | "zone">) {
  const t = useTranslations("departure.account");
  return (
    <>
      <ul className="goes">
        {identities.map(({ name, handle, goes }) => (
          <li key={handle}>
            {t.rich("identity", { name, handle, b: (words) => <strong>{words}</strong> })}
            <br />
            <span className="soft small">{t("goes", goes)}</span>
          </li>
        ))}
        <li>{t("rest")}</li>
      </ul>
      <p>{t("grace")}</p>
      <p className="soft small">{t("apart")}</p>
      <ActionForm action={leave} className="mt-2">
        <ProofField hasPassword={credentials.hasPassword} word={credentials.email} />
        <div>
          <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
