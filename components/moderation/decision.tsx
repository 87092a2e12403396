import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { TemplateChoice } from "@/lib/moderation/templates";
import type { FormAction } from "@/lib/web/form-state";
import { DecisionForm } from "./forms";
import { TemplateField } from "./template-field";

type DecisionProps = {
  caseId: string;
  /** Tells the forms of one page apart. */
  act: string;
  action: FormAction;
  opener: string;
  title: string;
  /** What will happen. */
  text?: string | undefined;
  label?: string;
  /** Who will read the reason. */
  hint: string;
  confirm?: string;
  isGrave?: boolean;
  /** Texts that stand ready for it. */
  templates?: TemplateChoice[];
  /** What else there is to choose. */
  children?: ReactNode;
};

/** One decision: asks once, says what will happen, and wants a reason. */
export function Decision(props: DecisionProps) {
  const { caseId, act, action, opener, title, text, label, hint, confirm, isGrave, children } = props;
  const { templates = [] } = props;
  const t = useTranslations("cases.act");
  return (
    <Dialog opener={opener} variant={isGrave ? "danger" : "plain"} title={title}>
      {text && <p>{text}</p>}
      <DecisionForm action={action} id={act}>
        <input type="hidden" name="caseId" value={caseId} />
        {children}
        <TemplateField templates={templates} />
        <TextAreaField
          name="reason"
          label={label ?? t("reason")}
          hint={hint}
          maxLength={1000}
          rows={3}
          required={templates.length === 0}
        />
        <SubmitButton variant={isGrave ? "danger" : "primary"}>{confirm ?? opener}</SubmitButton>
      </DecisionForm>
    </Dialog>
  );
}
