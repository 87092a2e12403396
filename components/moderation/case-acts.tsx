import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { CaseDetails } from "@/lib/moderation/cases/find";
import type { TemplateChoice } from "@/lib/moderation/templates";
import type { FormAction } from "@/lib/web/form-state";
import { AboutAccount, AboutIdentity, type CaseActions } from "./case-person";
import { CloseCase } from "./close-case";
import { Decision } from "./decision";
import { NoteForm } from "./forms";

type CaseActsProps = {
  details: CaseDetails;
  accountId: string;
  actions: CaseActions;
  templates: TemplateChoice[];
};

/** Everything that can be decided, in place; what has been decided can be taken back in the same spot. */
export function CaseActs(props: CaseActsProps) {
  const t = useTranslations("cases.act");
  const { details, actions, templates } = props;
  const { found } = details;
  const isOpen = found.status === "open";
  return (
    <FormTexts>
      <section aria-labelledby="decide">
        <h2 id="decide">{t("title")}</h2>
        <div className="case-acts">
          {isOpen && <Assignment {...props} />}
          <AboutThing {...props} />
          <AboutIdentity details={details} actions={actions} templates={templates} />
          <AboutAccount details={details} actions={actions} templates={templates} />
          {isOpen ? (
            <CloseCase caseId={found.id} close={actions.close} />
          ) : (
            <CaseButton caseId={found.id} action={actions.reopen} label={t("reopen")} />
          )}
        </div>
        <NoteForm action={actions.note} id="note" resetWhenDone>
          <input type="hidden" name="caseId" value={found.id} />
          <TextAreaField
            name="text"
            label={t("note")}
            hint={t("noteHint")}
            maxLength={3000}
            rows={2}
            required
          />
          <SubmitButton variant="plain" small>
            {t("addNote")}
          </SubmitButton>
        </NoteForm>
      </section>
    </FormTexts>
  );
}

function Assignment({ details: { found }, accountId, actions }: CaseActsProps) {
  const t = useTranslations("cases.act");
  return found.assigneeId === accountId ? (
    <CaseButton caseId={found.id} action={actions.release} label={t("release")} />
  ) : (
    <CaseButton caseId={found.id} action={actions.take} label={t("take")} />
  );
}

function CaseButton({ caseId, action, label }: { caseId: string; action: FormAction; label: string }) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="caseId" value={caseId} />
      <SubmitButton variant="plain">{label}</SubmitButton>
    </ActionForm>
  );
}

function AboutThing({ details: { found, now, reported }, actions, templates }: CaseActsProps) {
  const t = useTranslations("cases.act");
  if (!now) return null;
  const common = { caseId: found.id, hint: t("reasonLogged") };
  const { title } = found.copy;
  return now.isRemoved ? (
    <Decision
      {...common}
      act="put-back"
      action={actions.putBack}
      opener={t("putBack")}
      title={t("putBackTitle", { title })}
    />
  ) : (
    <Decision
      {...common}
      act="remove"
      action={actions.remove}
      opener={t("remove")}
      title={t("removeTitle", { title })}
      text={t("removeText", { name: reported.name })}
      hint={t("reasonTold", { name: reported.name })}
      templates={templates}
      isGrave
    />
  );
}
