import "./participant-list.css";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { EventQuestion } from "@/db/schema/event-questions";
import { pictureSources } from "@/lib/media/sources";
import type { ParticipantTab } from "@/lib/participation/lists/input";
import type { ListedParticipant } from "@/lib/participation/lists/list";
import { BULK_FORM, isChoosable } from "./decision-bulk";
import { DecisionButtons, type Decisions } from "./decision-buttons";
import type { Room } from "./decision-choices";
import type { Deciding } from "./decision-form";
import { ParticipantWho } from "./participant-list-who";

type ParticipantListProps = Deciding & {
  tab: ParticipantTab;
  participants: ListedParticipant[];
  questions: EventQuestion[];
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  /** The reader's own zone: in it they asked. */
  zone: string;
  lineLength: number;
  decisions: Decisions;
  room: Room;
};

/** Rows that are in sight from the top of the page on most screens. */
const FIRST_ROWS = 3;

export function ParticipantList(props: ParticipantListProps) {
  const { participants, questions, openable, zone, back, ...deciding } = props;
  const t = useTranslations("participants");
  const isChosen = isChoosable(deciding.tab, deciding.room);
  return (
    <ul className="list participants">
      {participants.map((participant, index) => {
        const { id, face, seats, position } = participant;
        const name = participant.name || t("nameless");
        return (
          <li key={id} id={rowId(participant)} tabIndex={-1}>
            <div className="participant-face">
              {isChosen && (
                <label className="participant-choice">
                  <input
                    type="checkbox"
                    name="chosen"
                    value={id}
                    form={BULK_FORM}
                    aria-label={t("choose", { name })}
                  />
                </label>
              )}
              <Avatar name={name} picture={pictureSources(face?.avatar ?? null)} />
            </div>
            <ParticipantWho
              {...{ participant, name, questions, zone, tab: deciding.tab }}
              isOpen={face !== null && openable.has(face.id)}
            />
            <div className="row">
              <DecisionButtons
                {...deciding}
                {...{ name, seats, position }}
                back={back + nextRow(participants, index)}
                participationId={id}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A decision far down a long list leads on to the row below, not to the top. */
function nextRow(participants: ListedParticipant[], index: number): string {
  const next = participants[index + 1] ?? participants[index - 1];
  return next && index >= FIRST_ROWS ? `#${rowId(next)}` : "";
}

function rowId({ id }: ListedParticipant): string {
  return `p-${id}`;
}
