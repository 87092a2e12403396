import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventQuestions } from "@/db/schema/event-questions";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participationAnswers, participations } from "@/db/schema/participations";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/**
 * What an identity goes or went to, asked for, or left, the oldest first, in the form of the activity `Join`, with all
 * that it said to the hosts.
 */
export async function* participationObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { participation, event, answers } of ownParticipations(db, actor.id)) {
    yield {
      id: participation.uri,
      type: "Join",
      actor: actor.uri,
      object: { id: event.uri, type: "Event", name: event.title, startTime: event.startsAt?.toISOString() },
      participationMessage: participation.message || undefined,
      adults: participation.adults || undefined,
      children: participation.children || undefined,
      isHidden: participation.isHidden || undefined,
      answers: answers.length > 0 ? answers : undefined,
      status: participation.status,
      published: participation.createdAt.toISOString(),
      decided: participation.decidedAt?.toISOString(),
      reason: participation.reason || undefined,
    };
  }
}

type Answered = { question: string; answer: string[] };
type Own = {
  participation: Participation;
  event: Pick<Event, "uri" | "title" | "startsAt">;
  answers: Answered[];
};

const { participationId, questionId, value } = participationAnswers;

const answers = sql<Answered[]>`coalesce((select json_agg(
    json_build_object('question', ${eventQuestions.label}, 'answer', ${value}) order by ${eventQuestions.position})
  from ${participationAnswers} join ${eventQuestions} on ${eventQuestions.id} = ${questionId}
  where ${participationId} = ${participations.id}), '[]'::json)`;

function ownParticipations(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, id } = participations;
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.participation;
    const later =
      last && sql`(${createdAt}, ${id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    return db
      .select({
        participation: getTableColumns(participations),
        event: { uri: events.uri, title: events.title, startsAt: events.startsAt },
        answers,
      })
      .from(participations)
      .innerJoin(events, eq(events.id, participations.eventId))
      .where(and(eq(participations.actorId, actorId), later))
      .orderBy(asc(createdAt), asc(id))
      .limit(PAGE);
  });
}
