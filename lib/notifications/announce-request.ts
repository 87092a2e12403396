import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { listAnswers, listQuestions } from "@/lib/participation/questions/queries";
import { hears } from "./hears";
import { type Answered, requestLetter } from "./letters/request";
import { type Attendance, findAttendance, findPeople, isIdentity } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Tells all who host who asks to take part, unless that is settled meanwhile or they asked themselves. */
export async function announceRequest(
  tx: Context,
  fact: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const attendance = await findAttendance(tx.db, fact.participationId);
  if (attendance?.participation.status !== "pending") return;
  const { event, participant } = attendance;
  const answers = await listAnswered(tx, attendance);
  for (const host of await findPeople(tx.db, [event.organizerId, ...event.hostIds])) {
    const of = isIdentity(participant) ? participant : null;
    if (host.id === of?.id || !(await hears(tx, host.id, { of, texts: [] }))) continue;
    await writeTo(tx, host.id, {
      key: mailKey(fact, host.id === event.organizerId ? undefined : host.id),
      kind: "requests",
      write: (reader) => requestLetter(attendance, host, { reader, answers }),
    });
  }
}

async function listAnswered({ db }: Context, { event, participation }: Attendance): Promise<Answered[]> {
  const answers = (await listAnswers(db, [participation.id])).get(participation.id) ?? {};
  const questions = await listQuestions(db, event.id);
  return questions.flatMap(({ id, label, kind }) => {
    const value = answers[id];
    return value ? [{ question: label, kind, value }] : [];
  });
}
