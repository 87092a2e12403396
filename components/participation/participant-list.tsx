import "./participant-list.css";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { dateText } from "@/lib/core/dates/date-text";
import { identityPath } from "@/lib/core/paths";
import { pictureSources } from "@/lib/media/sources";
import type { Participant } from "@/lib/participation/queries";
import { DecisionButtons, type Decisions } from "./decision-buttons";
import type { Deciding } from "./decision-form";
import type { ParticipantTab } from "./participant-list-tabs";

type ParticipantListProps = Deciding & {
  tab: ParticipantTab;
  participants: Participant[];
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  /** The reader's own zone: in it they asked. */
  zone: string;
  decisions: Decisions;
  isClosed: boolean;
};

/** Rows that are in sight from the top of the page on most screens. */
const FIRST_ROWS = 3;

export function ParticipantList({ participants, openable, zone, back, ...deciding }: ParticipantListProps) {
  return (
    <ul className="list participants">
      {participants.map((participant, index) => (
        <li key={participant.id} id={rowId(participant)} tabIndex={-1}>
          <Avatar name={participant.face.name} picture={pictureSources(participant.face.avatar)} />
          <Who {...participant} zone={zone} isOpen={openable.has(participant.face.id)} />
          <div className="row">
            <DecisionButtons
              {...deciding}
              back={back + nextRow(participants, index)}
              participationId={participant.id}
              name={participant.face.name}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A decision far down a long list leads on to the row below, not to the top. */
function nextRow(participants: Participant[], index: number): string {
  const next = participants[index + 1] ?? participants[index - 1];
  return next && index >= FIRST_ROWS ? `#${rowId(next)}` : "";
}

function rowId({ id }: Participant): string {
  return `p-${id}`;
}

function Who({ face, message, createdAt, zone, isOpen }: Participant & { zone: string; isOpen: boolean }) {
  const t = useTranslations("participants");
  const date = dateText(createdAt, { zone, locale: useLocale(), style: "short", year: false });
  const handle = face.domain ? `@${face.handle}@${face.domain}` : `@${face.handle}`;
  return (
    <div className="min-w-0">
      <p>
        {isOpen && !face.domain ? (
          <a href={identityPath(face.handle)}>
            <strong>{face.name}</strong>
          </a>
        ) : (
          <strong>{face.name}</strong>
        )}{" "}
        <span className="soft small">
          {handle} · {t("asked", { date })}
        </span>
      </p>
      {message && <p className="soft max-w-[66ch] whitespace-pre-line">{message}</p>}
    </div>
  );
}
