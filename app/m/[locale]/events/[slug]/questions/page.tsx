import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { QuestionList } from "@/components/participation/question-list";
import { QuestionsHead } from "@/components/participation/questions-head";
import type { EventQuestion } from "@/db/schema/event-questions";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { questionsPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { countAnswers, listQuestions } from "@/lib/participation/questions/queries";
import { noticeOf } from "@/lib/web/notice";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { moveQuestionAction, removeQuestionAction, saveQuestionAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/questions">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "questions" }))("title") };
}

const actions = { save: saveQuestionAction, move: moveQuestionAction, remove: removeQuestionAction };

/** For those who host; `?edit=` shows the form of one question in its place. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(questionsPath(slug)));
  const { db } = connection();
  const details = await findEventOf(db, slug, actingFirst(viewer));
  if (!details) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event, acting } = details;
  const [questions, answered] = await Promise.all([listQuestions(db, event.id), countAnswers(db, event.id)]);
  const { edit } = await searchParams;
  return (
    <section className="section">
      <QuestionsHead event={event} notice={await noticeOf(searchParams)} signal={signalOf(questions)} />
      <QuestionList
        about={{ event, acting, actions }}
        questions={questions.map((question) => ({ ...question, answers: answered.get(question.id) ?? 0 }))}
        edited={typeof edit === "string" ? edit : undefined}
        newId={randomUUID()}
      />
    </section>
  );
}

/** The same in whichever order they stand: to move one is no success to be told. */
function signalOf(questions: EventQuestion[]): string {
  return questions
    .map(({ position: _, ...question }) => JSON.stringify(question))
    .sort()
    .join();
}
