import "./questions.css";
import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Face } from "@/lib/identities/queries";
import { MAX_QUESTIONS } from "@/lib/participation/questions/input";
import type { FormAction } from "@/lib/web/form-state";
import { QuestionEditor } from "./question-editor";
import { QuestionRow } from "./question-row";

/** What everything on the page is about, and what can be done. */
export type Asking = {
  event: Pick<Event, "id" | "slug" | "title">;
  acting: Face;
  actions: { save: FormAction; move: FormAction; remove: FormAction };
};

/** `answers`: how many answered it. */
export type AskedQuestion = EventQuestion & { answers: number };

type QuestionListProps = {
  about: Asking;
  questions: AskedQuestion[];
  /** The question whose form is open. */
  edited?: string;
  /** The id of the question that may be asked next. */
  newId: string;
};

/** What is asked, in order, and one more. */
export function QuestionList({ about, questions, edited, newId }: QuestionListProps) {
  const t = useTranslations("questions");
  const isEditing = questions.some(({ id }) => id === edited);
  return (
    <FormTexts>
      {questions.length > 0 && (
        <ol className="list questions">
          {questions.map((question, index) =>
            question.id === edited ? (
              <li key={question.id} id={`question-${question.id}`}>
                <QuestionEditor about={about} question={question} questionId={question.id} />
              </li>
            ) : (
              <QuestionRow
                key={question.id}
                about={about}
                question={question}
                isFirst={index === 0}
                isLast={index === questions.length - 1}
              />
            ),
          )}
        </ol>
      )}
      {!isEditing && questions.length >= MAX_QUESTIONS && (
        <p className="soft">{t("full", { max: MAX_QUESTIONS })}</p>
      )}
      {!isEditing && questions.length < MAX_QUESTIONS && (
        <section className="panel questions-new" aria-labelledby="new-question">
          <h2 id="new-question" className="text-step-1">
            {t("new")}
          </h2>
          <QuestionEditor key={questions.length} about={about} questionId={newId} />
        </section>
      )}
    </FormTexts>
  );
}
