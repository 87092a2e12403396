import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { HidesField, HidesToo } from "@/components/moderation/hides-field";
import { SettingsSection } from "@/components/settings/settings-section";
import { Dialog } from "@/components/ui/dialog";
import type { SeenAccount } from "@/lib/accounts/administration/look";
import type { FormAction } from "@/lib/web/form-state";
import { AccountLockForm, AccountReasonForm } from "./forms";

export type AccountActions = Record<
  | "setRole"
  | "setEmail"
  | "setLocale"
  | "confirm"
  | "resend"
  | "mailLink"
  | "signOut"
  | "dropFactor"
  | "lock"
  | "open"
  | "end"
  | "keep",
  FormAction
>;

type AccountActsProps = { account: SeenAccount; actions: AccountActions };

/** What can be done about an account: what helps its owner first, what they would mind asks once and wants a reason. */
export function AccountActs({ account, actions }: AccountActsProps) {
  const t = useTranslations("admin.accounts");
  const { id, email, confirmedAt, signedIn, suspendedAt, hiddenAt, leavesAt, secondFactorSince } = account;
  const decide = { accountId: id, email };
  return (
    <SettingsSection id="acts" title={t("acts")}>
      <div className="row">
        {!confirmedAt && (
          <>
            <Act accountId={id} action={actions.resend} label={t("act.resend")} />
            <Act accountId={id} action={actions.confirm} label={t("act.confirm")} />
          </>
        )}
        {confirmedAt && <Act accountId={id} action={actions.mailLink} label={t("act.mailLink")} />}
        {signedIn > 0 && <Act accountId={id} action={actions.signOut} label={t("act.signOut")} />}
        {leavesAt && <Act accountId={id} action={actions.keep} label={t("act.keep")} />}
        {secondFactorSince && <Reasoned {...decide} act="dropFactor" action={actions.dropFactor} />}
        {suspendedAt && <Open {...decide} action={actions.open} isHidden={hiddenAt !== null} />}
      </div>
      <div className="row">
        {!suspendedAt && (
          <Reasoned {...decide} act="lock" action={actions.lock} isGrave isMailed>
            <HidesField />
          </Reasoned>
        )}
        {suspendedAt && !hiddenAt && (
          <Reasoned {...decide} act="hide" action={actions.lock} isGrave isMailed>
            <HidesToo />
          </Reasoned>
        )}
        {!leavesAt && <Reasoned {...decide} act="end" action={actions.end} isGrave />}
      </div>
    </SettingsSection>
  );
}

type ActProps = { accountId: string; action: FormAction; label: string };

function Act({ accountId, action, label }: ActProps) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="plain">{label}</SubmitButton>
    </ActionForm>
  );
}

type ReasonedProps = {
  accountId: string;
  email: string;
  act: "dropFactor" | "lock" | "hide" | "open" | "end";
  action: FormAction;
  isGrave?: boolean;
  /** Its owner reads the reason too. */
  isMailed?: boolean;
  /** What else it means, or what there is to choose. */
  children?: ReactNode;
};

function Open({ isHidden, ...decide }: Omit<ReasonedProps, "act"> & { isHidden: boolean }) {
  const t = useTranslations("cases.act");
  return (
    <Reasoned {...decide} act="open">
      {isHidden && <p>{t("openHiddenText")}</p>}
    </Reasoned>
  );
}

function Reasoned({ accountId, email, act, action, isGrave, isMailed, children }: ReasonedProps) {
  const t = useTranslations("admin.accounts");
  const Form = act === "lock" || act === "hide" ? AccountLockForm : AccountReasonForm;
  return (
    <Dialog
      opener={t(`act.${act}`)}
      variant={isGrave ? "danger" : "plain"}
      title={t(`sure.${act}`, { email })}
    >
      {act !== "hide" && <p>{t(`means.${act}`)}</p>}
      <Form action={action} id={act}>
        <input type="hidden" name="accountId" value={accountId} />
        {children}
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={isMailed ? t("reasonMailed") : t("reasonLogged")}
          maxLength={1000}
          rows={3}
          required
        />
        <div className="form-actions">
          <SubmitButton variant={isGrave ? "danger" : "primary"}>{t(`act.${act}`)}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
