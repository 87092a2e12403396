import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { ParticipantTab } from "@/lib/participation/lists/input";
import type { FormAction } from "@/lib/web/form-state";
import { choicesFor, type Room } from "./decision-choices";
import type { Deciding } from "./decision-form";
import { ReasonField } from "./decision-refusal";
import { SelectAll } from "./decision-select-all";

/** The form around the list: the boxes of the rows name it. */
export const BULK_FORM = "decisions";

type DecisionBulkProps = Deciding & { eventId: string; tab: ParticipantTab; room: Room; decide: FormAction };

/** Decides about all that are chosen in the list below. */
export function DecisionBulk({ eventId, tab, room, decide, as, back }: DecisionBulkProps) {
  const t = useTranslations("participants.bulk");
  const { letIn, refuse } = choicesFor(tab, room);
  if (!letIn && !refuse) return null;
  return (
    <ActionForm id={BULK_FORM} action={decide} className="decision-bulk">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="as" value={as} />
      <input type="hidden" name="back" value={back} />
      <div className="row">
        <SelectAll label={t("all")} />
        {letIn && (
          <SubmitButton variant="plain" small name="decision" value="approve">
            {t(letIn === "putInLine" ? "putInLine" : "letIn")}
          </SubmitButton>
        )}
        {refuse && (
          <Dialog small opener={t(refuse)} title={t(`${refuse}Title`)} className="take-back-many">
            <p>{t(`${refuse}Explained`)}</p>
            <ReasonField />
            <SubmitButton variant="danger" name="decision" value="reject">
              {t(`${refuse}Confirm`)}
            </SubmitButton>
          </Dialog>
        )}
      </div>
    </ActionForm>
  );
}

/** Whether there is anything to choose people for. */
export function isChoosable(tab: ParticipantTab, room: Room): boolean {
  const { letIn, refuse } = choicesFor(tab, room);
  return letIn !== null || refuse !== null;
}
