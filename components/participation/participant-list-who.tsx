import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { EventQuestion } from "@/db/schema/event-questions";
import { momentText } from "@/lib/core/dates/ago";
import { dateText } from "@/lib/core/dates/date-text";
import { facePath } from "@/lib/core/paths";
import type { ParticipantTab } from "@/lib/participation/lists/input";
import type { ListedParticipant } from "@/lib/participation/lists/list";

type WhoProps = {
  participant: ListedParticipant;
  /** Also where they have none. */
  name: string;
  questions: EventQuestion[];
  tab: ParticipantTab;
  zone: string;
  /** The reader may open their page. */
  isOpen: boolean;
};

/** Who it is, with whom they come, since when they stand here, and what they wrote. */
export function ParticipantWho({ participant, name, questions, tab, zone, isOpen }: WhoProps) {
  const t = useTranslations("participants");
  const { face, message, reason, isHidden, forgottenAt } = participant;
  return (
    <div className="participant-who">
      <p>
        {isOpen && face ? (
          <a href={facePath(face)}>
            <strong>{name}</strong>
          </a>
        ) : (
          <strong>{name}</strong>
        )}{" "}
        {face && (
          <span className="soft small">
            {face.domain ? `@${face.handle}@${face.domain}` : `@${face.handle}`}
          </span>
        )}{" "}
        {!face && <Chip>{t(forgottenAt ? "forgotten" : "byMail")}</Chip>}{" "}
        {isHidden && <Chip>{t("hidden")}</Chip>}
      </p>
      <p className="soft small">
        <Since {...{ participant, tab, zone }} />
      </p>
      {message && <p className="soft whitespace-pre-line">{message}</p>}
      {tab === "refused" && reason && <p className="soft">{t("reasonWas", { reason })}</p>}
      <Answers questions={questions} answers={participant.answers} />
    </div>
  );
}

function Since({ participant, tab, zone }: Pick<WhoProps, "participant" | "tab" | "zone">) {
  const t = useTranslations("participants");
  const locale = useLocale();
  const { adults, children, position, createdAt, decidedAt, offerEndsAt } = participant;
  const on = (at: Date) => dateText(at, { zone, locale, style: "short", year: false });
  const words = [
    position !== null && t("turn", { position }),
    tab === "offered" &&
      offerEndsAt &&
      t("offeredUntil", { moment: momentText(offerEndsAt, { zone, locale }) }),
    tab === "going" && decidedAt
      ? t("inSince", { date: on(decidedAt) })
      : t("asked", { date: on(createdAt) }),
    tab === "refused" && decidedAt && t("refusedOn", { date: on(decidedAt) }),
    adults + children > 0 &&
      t("brings", { adults, children, both: adults > 0 && children > 0 ? "yes" : "no" }),
  ];
  return words.filter(Boolean).join(" · ");
}

function Answers({
  questions,
  answers,
}: {
  questions: EventQuestion[];
  answers: ListedParticipant["answers"];
}) {
  const t = useTranslations("participants");
  const answered = questions.filter(({ id }) => (answers[id]?.length ?? 0) > 0);
  if (answered.length === 0) return null;
  return (
    <dl className="participant-answers small">
      {answered.map(({ id, label, kind }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{kind === "consent" ? t("agreed") : answers[id]?.join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}
