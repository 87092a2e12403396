import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextAreaField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { DomainPolicy } from "@/db/schema/servers";
import { paths } from "@/lib/core/paths";
import { severities } from "@/lib/instance/input";
import type { FormAction } from "@/lib/web/form-state";
import { PolicyForm } from "./forms";

type PoliciesProps = {
  policies: DomainPolicy[];
  mode: "open" | "listed";
  actions: { decide: FormAction; undecide: FormAction };
  /** Other pages of the list. */
  children: ReactNode;
};

/** What was decided about other servers; about the others nothing is, and they are open. */
export function DomainPolicies({ policies, mode, actions, children }: PoliciesProps) {
  const t = useTranslations("admin.federation");
  return (
    <SettingsSection
      id="policies"
      title={t("policies")}
      lead={t(mode === "listed" ? "policiesLeadListed" : "policiesLead")}
    >
      {policies.length > 0 && (
        <ul className="list servers">
          {policies.map((policy) => (
            <li key={policy.domain}>
              <PolicyRow policy={policy} undecide={actions.undecide} />
            </li>
          ))}
        </ul>
      )}
      {children}
      <NewPolicy decide={actions.decide} />
      <p>
        <a href={paths.serverLists}>{t("lists")}</a>
      </p>
    </SettingsSection>
  );
}

const toneOf = { suspend: "alert", silence: "waiting", reject_media: "waiting", allow: "going" } as const;

function PolicyRow({ policy, undecide }: { policy: DomainPolicy; undecide: FormAction }) {
  const t = useTranslations("admin.federation");
  const { domain, severity, reason, note } = policy;
  const undo = severity === "allow" ? "disallow" : "undecide";
  return (
    <>
      <p>
        <strong>{domain}</strong> <Chip tone={toneOf[severity]}>{t(`severity.${severity}`)}</Chip>
      </p>
      {reason && <p className="whitespace-pre-line">{reason}</p>}
      {note && <p className="soft small whitespace-pre-line">{t("noteWas", { note })}</p>}
      <div className="row">
        <Dialog
          opener={
            <>
              {t(undo)} <VisuallyHidden>{domain}</VisuallyHidden>
            </>
          }
          variant="quiet"
          small
          title={t(`${undo}Title`, { domain })}
        >
          <p>{t(`${undo}Text`)}</p>
          <ActionForm action={undecide} id={`undecide-${domain}`}>
            <input type="hidden" name="domain" value={domain} />
            <SubmitButton variant="danger">{t(`${undo}Confirm`)}</SubmitButton>
          </ActionForm>
        </Dialog>
      </div>
    </>
  );
}

function NewPolicy({ decide }: { decide: FormAction }) {
  const t = useTranslations("admin.federation");
  const forms = useTranslations("forms");
  const choices = severities.map((value) => ({
    value,
    label: t(`severity.${value}`),
    hint: t(`severityHint.${value}`),
  }));
  return (
    <details className="more">
      <summary>{t("newPolicy")}</summary>
      <PolicyForm action={decide} id="policy">
        <TextField
          name="domain"
          label={t("domain")}
          hint={t("domainHint")}
          placeholder="spam.example"
          required
          maxLength={300}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <RadioField name="severity" label={t("what")} choices={choices} defaultValue="silence" />
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          optional={forms("optional")}
          maxLength={1000}
          rows={2}
        />
        <TextAreaField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional={forms("optional")}
          maxLength={1000}
          rows={2}
        />
        <div className="form-actions">
          <SubmitButton>{t("decide")}</SubmitButton>
        </div>
      </PolicyForm>
    </details>
  );
}
