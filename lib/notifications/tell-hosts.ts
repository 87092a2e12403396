import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import { type Edit, findDoer, listEdits } from "@/lib/journal/edits";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { hostCancelledLetter, hostEditedLetter } from "./letters/host-acts";
import { findHappening, findPeople, type Person } from "./people";
import { mailKey, writeTo } from "./write-to";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

type Edited = Recorded<FactOf<"event.updated">>;
type Cancelled = Recorded<FactOf<"event.cancelled">>;

/**
 * Tells those who announce an event together what the others changed: in one mail for each quarter of an hour, a minute
 * after its end, since what was begun within it may be stored a little later. Nobody hears of their own edits; nothing
 * once the event is over, gone, or called off, which is told anyway.
 */
export async function tellHostsOfEdits(tx: Context, fact: Edited): Promise<void> {
  if (!fact.hostIds?.length) return;
  const from = quarterOf(fact.at);
  const to = new Date(from.getTime() + QUARTER);
  const due = new Date(to.getTime() + MINUTE);
  if (tx.now < due) return tellLater(tx, fact, due);

  const happening = await findHappening(tx.db, fact.eventId);
  if (!happening || happening.event.status === "cancelled" || isOver(happening.event, tx.now)) return;
  const edits = await listEdits(tx, fact.eventId, { from, to });
  const doers = await findPeople(tx.db, [...new Set(edits.flatMap(({ doerId }) => doerId ?? []))]);
  for (const person of await findOthers(tx, fact)) {
    const theirs = editsOfOthers(edits, { doers, person });
    if (theirs.who.length === 0) continue;
    await writeTo(tx, person.id, {
      key: `event.edited:${fact.eventId}:${from.toISOString()}:${person.id}`,
      kind: "hosting",
      write: (reader) => hostEditedLetter({ ...happening, person }, theirs, reader),
    });
  }
}

/** Tells the others who announce an event that one of them called it off. */
export async function tellHostsOfCancellation(tx: Context, fact: Cancelled): Promise<void> {
  if (!fact.hostIds?.length) return;
  const happening = await findHappening(tx.db, fact.eventId);
  const doerId = await findDoer(tx, fact.factId);
  const [who] = doerId ? await findPeople(tx.db, [doerId]) : [];
  if (!who || happening?.event.status !== "cancelled" || isOver(happening.event, tx.now)) return;
  for (const person of await findOthers(tx, fact, who.id)) {
    await writeTo(tx, person.id, {
      key: mailKey({ ...fact, kind: "event.called_off" }, person.id),
      kind: "hosting",
      write: (reader) => hostCancelledLetter({ ...happening, person }, who, reader),
    });
  }
}

/** Who announced it when that happened, and is still there. */
async function findOthers(tx: Context, fact: Edited | Cancelled, butId?: string): Promise<Person[]> {
  const ids = [fact.organizerId, ...(fact.hostIds ?? [])];
  return findPeople(
    tx.db,
    ids.filter((id) => id !== butId),
  );
}

/** What others did, and who they are, in the order in which they did it. */
function editsOfOthers(edits: Edit[], { doers, person }: { doers: Person[]; person: Person }) {
  const others = edits.filter(({ doerId }) => doerId !== person.id);
  const ids = [...new Set(others.map(({ doerId }) => doerId))];
  const who = ids.flatMap((id) => doers.find((doer) => doer.id === id) ?? []);
  return { who, changed: others.flatMap(({ changed }) => changed) };
}

/** One job an event and quarter of an hour. */
function tellLater(tx: Context, { eventId, factId }: Edited, due: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "tellHostsOfEdits", factId },
    key: `tell:tellHostsOfEdits:${eventId}:${due.toISOString()}`,
    runAt: due,
  });
}

function quarterOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER) * QUARTER);
}
