import { useTranslations } from "next-intl";
import type { ParticipantTab } from "@/lib/participation/lists/input";
import type { FormAction } from "@/lib/web/form-state";
import { choicesFor, type Room } from "./decision-choices";
import { type Deciding, DecisionForm } from "./decision-form";
import { DecisionMove } from "./decision-move";
import { DecisionRefusal } from "./decision-refusal";

/** `decide`: about all that were chosen; `undo`: takes the last decision back. */
export type Decisions = Record<"approve" | "reject" | "decide" | "move" | "undo", FormAction>;

type DecisionButtonsProps = Deciding & {
  tab: ParticipantTab;
  participationId: string;
  name: string;
  seats: number;
  /** In the line, and how many stand in it. */
  position: number | null;
  lineLength: number;
  decisions: Decisions;
  room: Room;
};

/** What can be decided about one person, depending on where they stand. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { tab, name, seats, position, lineLength, decisions, room, ...deciding } = props;
  const t = useTranslations("participants");
  const { letIn, refuse } = choicesFor(tab, room, seats);
  return (
    <>
      {letIn && (
        <DecisionForm
          {...deciding}
          kind="let-in"
          decide={decisions.approve}
          variant={letIn === "letIn" ? "primary" : "plain"}
          said={letIn === "putInLine" ? t("putInLineName", { name }) : t("letInName", { name })}
        >
          {t(letIn)}
        </DecisionForm>
      )}
      {position !== null && (
        <DecisionMove {...deciding} {...{ name, position, lineLength }} move={decisions.move} />
      )}
      {refuse && <DecisionRefusal {...deciding} kind={refuse} name={name} reject={decisions.reject} />}
    </>
  );
}
