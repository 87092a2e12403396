import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import type { CaseDetails } from "@/lib/moderation/cases/find";
import { spans } from "@/lib/moderation/input";
import type { TemplateChoice } from "@/lib/moderation/templates";
import type { FormAction } from "@/lib/web/form-state";
import { Decision } from "./decision";

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

type AboutProps = {
  details: CaseDetails;
  actions: CaseActions;
  /** Texts that stand ready for whoever is told something. */
  templates: TemplateChoice[];
};

/** Nothing is done to whoever is gone. */
export function AboutIdentity({ details: { found, reported }, actions, templates }: AboutProps) {
  const t = useTranslations("cases.act");
  const { name, suspendedAt, limitedAt, deletedAt } = reported;
  if (deletedAt && !suspendedAt) return null;
  const logged = { caseId: found.id, hint: t("reasonLogged") };
  const told = { caseId: found.id, hint: t("reasonTold", { name }), templates };
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
export function AboutAccount({ details: { found, account, reported }, actions, templates }: AboutProps) {
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
      templates={templates}
      isGrave
    />
  );
}

function Spans() {
  const t = useTranslations("cases.act");
  const options = spans.map((value) => ({ value, label: t(`spans.${value}`) }));
  return <SelectField name="span" label={t("span")} options={options} defaultValue="7" />;
}
