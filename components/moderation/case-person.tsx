import { useTranslations } from "next-intl";
import type { CaseDetails } from "@/lib/moderation/cases/find";
import type { TemplateChoice } from "@/lib/moderation/templates";
import type { FormAction } from "@/lib/web/form-state";
import { Decision } from "./decision";
import { HidesField, HidesToo } from "./hides-field";
import { Suspension } from "./suspension";

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

export type AboutProps = {
  details: CaseDetails;
  actions: CaseActions;
  /** Texts that stand ready for whoever is told something. */
  templates: TemplateChoice[];
};

/** Nothing is done to whoever is gone. */
export function AboutIdentity({ details, actions, templates }: AboutProps) {
  const t = useTranslations("cases.act");
  const { found, reported } = details;
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
      <Suspension details={details} actions={actions} templates={templates} />
    </>
  );
}

/** Which identities it has besides is told neither here nor by what is written down. */
export function AboutAccount({ details: { found, account, reported }, actions, templates }: AboutProps) {
  const t = useTranslations("cases.act");
  const hides = useTranslations("cases.hides");
  if (!account) return null;
  const { name } = reported;
  const lock = { caseId: found.id, action: actions.lock, templates, isGrave: true };
  return account.isLocked ? (
    <>
      <Decision
        caseId={found.id}
        act="open-account"
        action={actions.open}
        opener={t("open")}
        title={t("openTitle", { name })}
        text={account.isHidden ? t("openHiddenText") : undefined}
        hint={t("reasonLogged")}
      />
      {!account.isHidden && (
        <Decision
          {...lock}
          act="hide-account"
          opener={hides("too")}
          title={hides("tooTitle")}
          hint={t("reasonTold", { name })}
        >
          <HidesToo />
        </Decision>
      )}
    </>
  ) : (
    <Decision
      {...lock}
      act="lock-account"
      opener={t("lock")}
      title={t("lockTitle", { name })}
      text={t("lockText")}
      hint={t("reasonTold", { name })}
    >
      <HidesField />
    </Decision>
  );
}
