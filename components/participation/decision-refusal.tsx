import { useTranslations } from "next-intl";
import { TextAreaField } from "@/components/forms/fields";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/lib/web/form-state";
import { type Deciding, DecisionForm, Said } from "./decision-form";

type DecisionRefusalProps = Deciding & {
  kind: "refuse" | "takeBack";
  participationId: string;
  name: string;
  reject: FormAction;
};

/** Refuses somebody, or takes their place back: asked once, with room to say why. */
export function DecisionRefusal({ kind, name, reject, ...deciding }: DecisionRefusalProps) {
  const t = useTranslations("participants");
  const isRefusal = kind === "refuse";
  return (
    <Dialog
      opener={
        <Said
          shown={t(isRefusal ? "refuseAsk" : "takeBack")}
          read={t(isRefusal ? "refuseAskName" : "takeBackName", { name })}
        />
      }
      title={t(isRefusal ? "refuseTitle" : "takeBackTitle", { name })}
      className="take-back"
    >
      <p>{t(isRefusal ? "refuseExplained" : "takeBackExplained", { name })}</p>
      <DecisionForm {...deciding} kind="refuse" decide={reject} variant="danger" fields={<ReasonField />}>
        {t(isRefusal ? "refuseConfirm" : "takeBackConfirm")}
      </DecisionForm>
    </Dialog>
  );
}

/** Why, as whoever is refused reads it. */
export function ReasonField() {
  const t = useTranslations("participants");
  const forms = useTranslations("forms");
  return (
    <TextAreaField
      name="reason"
      label={t("reason")}
      hint={t("reasonHint")}
      optional={forms("optional")}
      maxLength={1000}
      rows={3}
    />
  );
}
