import type { Participation } from "@/db/schema/participations";
import type { Actor, Context } from "@/lib/core/context";
import { AppError, authorize, conflict, notFound } from "@/lib/core/errors";
import type { Settled } from "@/lib/core/in-turns";
import { canSeeEvent } from "@/lib/events/policy";
import { recordAllBy } from "@/lib/journal/record";
import { markAnswered } from "./invitations/invited";
import { lookLocked, type Outlook } from "./look";
import { isParticipant, type Participant } from "./own";
import { seatsOf } from "./places";
import { canJoinEvent } from "./policy";
import { checkAnswers, replaceAnswers } from "./questions/answers";
import type { Answers } from "./questions/queries";
import { type Reply, repliedColumns } from "./reply";
import { factOfStanding, type Standing, standingOfNewcomer } from "./standing";
import { newRow, type Row, writeRows } from "./write";

/** Somebody who wants to come. */
export type Wish = { actor: Actor; now: Date; reply: Reply };

type Entry = {
  actor: Participant;
  row: Row & Standing & Pick<Participation, "adults" | "children">;
  answers: Answers | undefined;
};

/**
 * Lets people join an event one after the other, in this order, with one lock and as many statements as for one. What
 * hinders one is their own affair: each is answered or refused alone. Refuses all with `event_not_found`.
 */
export async function joinAll(
  tx: Context,
  eventId: string,
  wishes: Wish[],
): Promise<Settled<Participation>[]> {
  const outlook = await lookLocked(tx, eventId, wishes.map(({ actor }) => actor).filter(isParticipant));
  const entries = new Map<string, Entry>();
  const outcomes = wishes.map((wish) => join(outlook, entries, wish));
  const written = await write(tx, eventId, [...entries.values()]);
  await markAnswered(
    tx,
    eventId,
    [...entries.keys()].filter((id) => outlook.invited.has(id)),
  );
  return outcomes.map((outcome) => {
    if ("error" in outcome) return outcome;
    return { answer: written.get(outcome.id) ?? outlook.present.find(({ id }) => id === outcome.id)! };
  });
}

/** Whose participation it is that answers this wish; a new one stands in `entries`, and its places are taken. */
function join(
  outlook: Outlook,
  entries: Map<string, Entry>,
  wish: Wish,
): { id: string } | { error: AppError } {
  try {
    const { actor, present } = requireWelcome(outlook, wish);
    const joined = entries.get(keyOf(actor))?.row ?? (present && isJoined(present) ? present : undefined);
    if (joined) return { id: joined.id };
    const entry = enter(outlook, { ...wish, actor, present });
    entries.set(keyOf(actor), entry);
    takePlaces(outlook, entry.row);
    return { id: entry.row.id };
  } catch (error) {
    if (error instanceof AppError) return { error };
    throw error;
  }
}

function requireWelcome({ event, present }: Outlook, { actor }: Wish) {
  if (!canSeeEvent(actor, event)) throw notFound("event_not_found");
  authorize(canJoinEvent(actor, event));
  const own = present.find(({ id, actorId }) =>
    actor.kind === "identity" ? actorId === actor.actorId : id === actor.participationId,
  );
  if (own?.status === "rejected") throw conflict("participation_rejected");
  return { actor, present: own };
}

function isJoined({ status }: Participation): boolean {
  return !["left", "maybe", "declined", "unconfirmed"].includes(status);
}

type Entering = Wish & { actor: Participant; present: Participation | undefined };

function enter(
  { event, room, questions, invited }: Outlook,
  { actor, present, now, reply }: Entering,
): Entry {
  const party = repliedColumns(reply);
  const answers = checkAnswers(questions, { answers: reply.answers, mustAnswer: true });
  const isInvited = event.domain === null && actor.kind === "identity" && invited.has(actor.actorId);
  const standing = standingOfNewcomer(event, { party, room, now, isInvited });
  const row = { ...newRow(event.id, { actor, present }), ...party, ...standing, createdAt: now };
  return { actor, row, answers: present || questions.length > 0 ? answers : undefined };
}

/** Whoever comes after finds the places taken, and the line longer. */
function takePlaces({ room }: Outlook, { status, waitRank, adults, children }: Entry["row"]): void {
  if (status === "approved") {
    const seats = seatsOf({ adults, children });
    room.free = Math.max(0, room.free - seats);
    room.freeByHand = Math.max(0, room.freeByHand - seats);
  }
  if (waitRank !== null) Object.assign(room, { hasLine: true, lastRank: waitRank });
}

async function write(tx: Context, eventId: string, entries: Entry[]): Promise<Map<string, Participation>> {
  if (entries.length === 0) return new Map();
  const written = await writeRows(
    tx,
    entries.map(({ row }) => row),
  );
  await replaceAnswers(
    tx,
    entries.map(({ row, answers }) => ({ participationId: row.id, answers })),
  );
  await recordAllBy(
    tx,
    entries.map(({ actor, row }) => ({
      actor,
      fact: { kind: factOfStanding(row.status), eventId, participationId: row.id },
    })),
  );
  return new Map(written.map((row) => [row.id, row]));
}

function keyOf(actor: Participant): string {
  return actor.kind === "identity" ? actor.actorId : actor.participationId;
}
