import "./participant-paper.css";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { PrintButton } from "@/components/ui/print-button";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import { formatWhen } from "@/lib/core/dates/when";
import type { ListedParticipant } from "@/lib/participation/lists/list";
import { type ParticipantView, printPath, tabPath } from "./participant-list-tabs";

type PaperProps = {
  event: Event;
  view: ParticipantView;
  total: number;
  participants: ListedParticipant[];
  questions: EventQuestion[];
};

/** The list as it is held at the door: who it is, with how many, what they wrote, and a box to tick. */
export function ParticipantPaper({ event, view, total, participants, questions }: PaperProps) {
  const t = useTranslations("participants.paper");
  const of = useTranslations("participants");
  const { startsAt, endsAt, zone } = event;
  const locale = useLocale();
  return (
    <section className="section paper">
      <div className="row no-print">
        <ButtonLink href={tabPath(event.slug, view)}>{t("back")}</ButtonLink>
        <PrintButton>{t("print")}</PrintButton>
      </div>
      <h1>{event.title}</h1>
      {startsAt && <p>{formatWhen({ startsAt, endsAt, zone, locale })}</p>}
      <p>
        {[of(view.tab), t("people", { total }), view.text && t("found", { text: view.text })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("here")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("guests")}</th>
            <th scope="col">{t("note")}</th>
          </tr>
        </thead>
        <tbody>
          {participants.map((participant) => (
            <PaperRow key={participant.id} {...{ participant, questions }} />
          ))}
        </tbody>
      </table>
      <Pager
        page={view.page}
        pageCount={view.pageCount}
        hrefOf={(page) => printPath(event.slug, view, page)}
      />
    </section>
  );
}

type RowProps = { participant: ListedParticipant; questions: EventQuestion[] };

function PaperRow({ participant, questions }: RowProps) {
  const t = useTranslations("participants");
  const { name, face, adults, children, message, answers } = participant;
  const answered = questions.filter(({ id }) => (answers[id]?.length ?? 0) > 0);
  return (
    <tr>
      <td>
        <span className="paper-box" />
      </td>
      <th scope="row">
        {name || t("nameless")}
        <small>
          {face ? (face.domain ? `@${face.handle}@${face.domain}` : `@${face.handle}`) : t("byMail")}
        </small>
      </th>
      <td>
        {[adults > 0 && t("paper.adults", { adults }), children > 0 && t("paper.children", { children })]
          .filter(Boolean)
          .join(", ")}
      </td>
      <td>
        {message && <p className="whitespace-pre-line">{message}</p>}
        {answered.map(({ id, label, kind }) => (
          <p key={id}>
            {t("paper.answer", {
              label,
              answer: kind === "consent" ? t("agreed") : (answers[id] ?? []).join(", "),
            })}
          </p>
        ))}
      </td>
    </tr>
  );
}
