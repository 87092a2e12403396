import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { FocusedNotice } from "@/components/ui/focused-notice";
import type { FormAction } from "@/lib/web/form-state";
import type { Deciding } from "./decision-form";
import type { DecisionTold, Told } from "./decision-told";

type DecisionNoticeProps = Deciding & {
  eventId: string;
  /** The sentence of the address; nothing is shown without one. */
  notice: string | null;
  /** Null: nothing that could be taken back. */
  decision: DecisionTold | null;
  undo: FormAction;
  /** Changes with every success. */
  signal: string;
};

/** Says what was decided, about one or many, and takes it back with a click. */
export function DecisionNotice({ eventId, notice, decision, undo, signal, as, back }: DecisionNoticeProps) {
  const t = useTranslations("participants");
  if (!notice) return null;
  return (
    <FocusedNotice signal={`${decision?.decidedAt} ${signal}`}>
      <Alert tone="success" role="status" className="toast">
        <p>{decision?.told ? <ToldText {...decision.told} /> : notice}</p>
        {decision && (
          <FormTexts>
            <ActionForm id={`undo-${decision.decidedAt}`} action={undo} className="decision-undo">
              <input type="hidden" name="eventId" value={eventId} />
              <input type="hidden" name="decidedAt" value={decision.decidedAt} />
              <input type="hidden" name="as" value={as} />
              <input type="hidden" name="back" value={back} />
              <SubmitButton variant="plain" small>
                {t("undo")}
              </SubmitButton>
            </ActionForm>
          </FormTexts>
        )}
      </Alert>
    </FocusedNotice>
  );
}

const outcomes = ["approved", "waitlisted", "rejected", "full"] as const;

/** "4 let in, 2 put on the waiting list, 1 has no place": only what there is of it. */
function ToldText(told: Told) {
  const t = useTranslations("participants.told");
  const parts = outcomes.filter((outcome) => told[outcome] > 0);
  if (parts.length === 0) return t("nobody");
  return t("all", { outcomes: parts.map((outcome) => t(outcome, { count: told[outcome] })).join(", ") });
}
