import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { paths } from "@/lib/core/paths";
import type { MailKind } from "@/lib/notifications/input";
import type { FormAction } from "@/lib/web/form-state";

type UnsubscribeProps = {
  kind: MailKind;
  identity: { name: string; handle: string };
  isOn: boolean;
  token: string;
  unsubscribe: FormAction;
  resubscribe: FormAction;
};

/** One kind of mail of one identity: switch it off, or take that back. */
export function Unsubscribe({ kind, identity, isOn, token, unsubscribe, resubscribe }: UnsubscribeProps) {
  const t = useTranslations("unsubscribe");
  return (
    <FormPage
      title={t(isOn ? "askTitle" : "doneTitle")}
      after={<a href={paths.notifications}>{t("choose")}</a>}
    >
      <p role="status">{t(`${isOn ? "on" : "off"}.${kind}`, identity)}</p>
      <ActionForm action={isOn ? unsubscribe : resubscribe} id="mails">
        <input type="hidden" name="token" value={token} />
        <SubmitButton wide variant={isOn ? "primary" : "plain"}>
          {t(isOn ? "confirm" : "undo")}
        </SubmitButton>
      </ActionForm>
    </FormPage>
  );
}
