import type { Participation } from "@/db/schema/participations";
import type { Actor, Context } from "@/lib/core/context";
import { AppError, authorize, conflict, notFound } from "@/lib/core/errors";
import type { Settled } from "@/lib/core/in-turns";
import { canSeeEvent } from "@/lib/events/policy";
import { blockRefusal } from "@/lib/identities/blocks/refuse";
import { recordAllBy } from "@/lib/journal/record";
import { markAnswered } from "./invitations/invited";
import { lookLocked, type Outlook } from "./look";
import { isParticipant, type Participant } from "./own";
import { seatsOf } from "./places";
import { canJoinEvent } from "./policy";
import { checkAnswers, replaceAnswers } from "./questions/answers";
import type { Answers } from "./questions/queries";
import { type Reply, repliedColumns } from "./reply";
import { isNews, type Said, saidColumns } from "./said";
import { factOfStanding, type Standing, standingOfNewcomer } from "./standing";
import { newRow, newUri, type Row, writeRows } from "./write";

/** Somebody who wants to come; `said`: as another server told it. */
export type Wish = { actor: Actor; now: Date; reply: Reply; said?: Said };

type Entry = {
  actor: Participant;
  row: Row & Standing & Pick<Participation, "adults" | "children">;
  answers: Answers | undefined;
  /** They are in, or wait, already: only their words are newer. */
  isRepeated?: boolean;
};

/**
 * Lets people join an event one after the other, in this order, with one lock and as many statements as for one. What
 * hinders one is their own affair, as a block between them and a host: each is answered or refused alone. Refuses all with `event_not_found`.
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
    const entered = entries.get(keyOf(actor));
    const known = entered?.row ?? present;
    if (known && (!isNews(known, wish.said) || (isJoined(known) && !wish.said))) return { id: known.id };
    if (entered) Object.assign(entered.row, saidColumns(wish.said));
    else entries.set(keyOf(actor), enterOrRepeat(outlook, { ...wish, actor, present }));
    return { id: entries.get(keyOf(actor))!.row.id };
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

function isJoined({ status }: Pick<Participation, "status">): boolean {
  return !["left", "maybe", "declined", "unconfirmed"].includes(status);
}

type Entering = Wish & { actor: Participant; present: Participation | undefined };

function enterOrRepeat(outlook: Outlook, entering: Entering): Entry {
  const { actor, present, said } = entering;
  if (present && isJoined(present)) {
    const { seats: _generated, ...columns } = present;
    // What they joined with stays; answers quote what they sent last.
    const row = { ...columns, ...saidColumns(said) } as Entry["row"];
    return { actor, row, answers: undefined, isRepeated: true };
  }
  const entry = enter(outlook, entering);
  takePlaces(outlook, entry.row);
  return entry;
}

function enter(
  { event, room, questions, invited, blocks }: Outlook,
  { actor, present, now, reply, said }: Entering,
): Entry {
  const refusal = blockRefusal(blocks, actor, "event_not_found");
  if (refusal) throw refusal;
  const party = repliedColumns(reply);
  const answers = checkAnswers(questions, { answers: reply.answers, mustAnswer: true });
  const isInvited = event.domain === null && actor.kind === "identity" && invited.has(actor.actorId);
  const standing = standingOfNewcomer(event, { party, room, now, isInvited });
  // Whoever comes back says so anew to the event's server: nothing is said twice under one id.
  const words = event.domain === null ? saidColumns(said) : { uri: newUri() };
  const row = { ...newRow(event.id, { actor, present }), ...words, ...party, ...standing, createdAt: now };
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
  const entered = entries.filter(({ isRepeated }) => !isRepeated);
  await recordAllBy(
    tx,
    entered.map(({ actor, row }) => ({
      actor,
      fact: { kind: factOfStanding(row.status), eventId, participationId: row.id },
    })),
  );
  return new Map(written.map((row) => [row.id, row]));
}

function keyOf(actor: Participant): string {
  return actor.kind === "identity" ? actor.actorId : actor.participationId;
}
