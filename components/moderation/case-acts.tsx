import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { addressOf } from "@/lib/core/paths";
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
  const { details, actions } = props;
  const { id: caseId, status } = details.found;
  const isOpen = status === "open";
  return (
    <FormTexts>
      <section aria-labelledby="decide">
        <h2 id="decide">{t("title")}</h2>
        {isOpen && (
          <div className="case-acts">
            <Assignment {...props} />
          </div>
        )}
        <Decisions {...props} />
        <div className="case-acts case-end">
          {isOpen ? (
            <CloseCase caseId={caseId} close={actions.close} />
          ) : (
            <CaseButton caseId={caseId} action={actions.reopen} label={t("reopen")} />
          )}
        </div>
        <Note caseId={caseId} add={actions.note} />
      </section>
    </FormTexts>
  );
}

/** By what they are about, from the least to the most that somebody is touched by. */
function Decisions(props: CaseActsProps) {
  const t = useTranslations("cases");
  const { details, actions, templates } = props;
  const { found, now, reported, account } = details;
  const about = { details, actions, templates };
  const isGone = reported.deletedAt && !reported.suspendedAt;
  return (
    <>
      {now && found.kind !== "identity" && (
        <Acts title={t(`kinds.${found.kind}`)}>
          <AboutThing {...props} />
        </Acts>
      )}
      {!isGone && (
        <Acts title={t("act.aboutIdentity", { name: reported.name || addressOf(reported) })}>
          <AboutIdentity {...about} />
        </Acts>
      )}
      {account && (
        <Acts title={t("act.aboutAccount")}>
          <AboutAccount {...about} />
        </Acts>
      )}
    </>
  );
}

function Acts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="case-acts">
      <h3 dir="auto">{title}</h3>
      {children}
    </div>
  );
}

function Note({ caseId, add }: { caseId: string; add: FormAction }) {
  const t = useTranslations("cases.act");
  return (
    <NoteForm action={add} id="note" resetWhenDone>
      <input type="hidden" name="caseId" value={caseId} />
      <TextAreaField name="text" label={t("note")} hint={t("noteHint")} maxLength={3000} rows={2} required />
      <SubmitButton variant="plain" small>
        {t("addNote")}
      </SubmitButton>
    </NoteForm>
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
