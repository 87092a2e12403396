import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { CaseDetails } from "@/lib/moderation/cases/find";
import { spans } from "@/lib/moderation/input";
import type { FormAction } from "@/lib/web/form-state";
import { CloseCase } from "./close-case";
import { Decision } from "./decision";
import { NoteForm } from "./forms";

export type CaseActions = Record<
  | "take"
  | "release"
  | "note"
  | "remove"
  | "putBack"
  | "warn"
  | "limit"
  | "unlimit"
  | "suspend"
  | "unsuspend"
  | "lock"
  | "open"
  | "close"
  | "reopen",
  FormAction
>;

type CaseActsProps = { details: CaseDetails; accountId: string; actions: CaseActions };

/** Everything that can be decided, in place; what has been decided can be taken back in the same spot. */
export function CaseActs(props: CaseActsProps) {
  const t = useTranslations("cases.act");
  const { details, actions } = props;
  const { found } = details;
  const isOpen = found.status === "open";
  return (
    <FormTexts>
      <section aria-labelledby="decide">
        <h2 id="decide">{t("title")}</h2>
        <div className="case-acts">
          {isOpen && <Assignment {...props} />}
          <AboutThing {...props} />
          <AboutIdentity {...props} />
          <AboutAccount {...props} />
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

function AboutThing({ details: { found, now, reported }, actions }: CaseActsProps) {
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
      isGrave
    />
  );
}

/** Nothing is done to whoever is gone. */
function AboutIdentity({ details: { found, reported }, actions }: CaseActsProps) {
  const t = useTranslations("cases.act");
  const { name, suspendedAt, limitedAt, deletedAt } = reported;
  if (deletedAt && !suspendedAt) return null;
  const logged = { caseId: found.id, hint: t("reasonLogged") };
  const told = { caseId: found.id, hint: t("reasonTold", { name }) };
  return (
    <>
      {!reported.domain && (
        <Decision
          {...told}
          act="warn"
          action={actions.warn}
          opener={t("warn")}
          title={t("warnTitle", { name })}
          text={t("warnText")}
          label={t("warnWords")}
          confirm={t("send")}
        />
      )}
      {limitedAt ? (
        <Decision
          {...logged}
          act="unlimit"
          action={actions.unlimit}
          opener={t("unlimit")}
          title={t("unlimitTitle", { name })}
        />
      ) : (
        <Decision
          {...told}
          act="limit"
          action={actions.limit}
          opener={t("limit")}
          title={t("limitTitle", { name })}
          text={t("limitText")}
        />
      )}
      {suspendedAt && (
        <Decision
          {...logged}
          act="unsuspend"
          action={actions.unsuspend}
          opener={t("unsuspend")}
          title={t("unsuspendTitle", { name })}
        />
      )}
      {!suspendedAt && (
        <Decision
          {...told}
          act="suspend"
          action={actions.suspend}
          opener={t("suspend")}
          title={t("suspendTitle", { name })}
          text={t("suspendText")}
          isGrave
        >
          <Spans />
        </Decision>
      )}
    </>
  );
}

/** Which identities it has besides is told neither here nor by what happens. */
function AboutAccount({ details: { found, account, reported }, actions }: CaseActsProps) {
  const t = useTranslations("cases.act");
  if (!account) return null;
  const { name } = reported;
  return account.isLocked ? (
    <Decision
      caseId={found.id}
      act="open-account"
      action={actions.open}
      opener={t("open")}
      title={t("openTitle", { name })}
      hint={t("reasonLogged")}
    />
  ) : (
    <Decision
      caseId={found.id}
      act="lock-account"
      action={actions.lock}
      opener={t("lock")}
      title={t("lockTitle", { name })}
      text={t("lockText")}
      hint={t("reasonTold", { name })}
      isGrave
    />
  );
}

function Spans() {
  const t = useTranslations("cases.act");
  const options = spans.map((value) => ({ value, label: t(`spans.${value}`) }));
  return <SelectField name="span" label={t("span")} options={options} defaultValue="7" />;
}
