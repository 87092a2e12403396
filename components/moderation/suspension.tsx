import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import { spans } from "@/lib/moderation/input";
import type { AboutProps } from "./case-person";
import { Decision } from "./decision";

/** Takes the identity out of sight, or brings it back. One that went with its account: it alone, either way. */
export function Suspension({ details, actions, templates }: AboutProps) {
  const t = useTranslations("cases.act");
  const { found, reported, isWithAccount } = details;
  const { name, suspendedAt } = reported;
  return (
    <>
      {suspendedAt && (
        <Decision
          caseId={found.id}
          act="unsuspend"
          action={actions.unsuspend}
          opener={isWithAccount ? t("showAlone") : t("unsuspend")}
          title={isWithAccount ? t("showAloneTitle", { name }) : t("unsuspendTitle", { name })}
          text={isWithAccount ? t("showAloneText") : undefined}
          hint={t("reasonLogged")}
        />
      )}
      {(!suspendedAt || isWithAccount) && (
        <Decision
          caseId={found.id}
          act="suspend"
          action={actions.suspend}
          opener={t("suspend")}
          title={t("suspendTitle", { name })}
          text={isWithAccount ? t("suspendToo") : t("suspendText")}
          hint={t("reasonTold", { name })}
          templates={templates}
          isGrave
        >
          <Spans />
        </Decision>
      )}
    </>
  );
}

function Spans() {
  const t = useTranslations("cases.act");
  const options = spans.map((value) => ({ value, label: t(`spans.${value}`) }));
  return <SelectField name="span" label={t("span")} options={options} defaultValue="7" />;
}
