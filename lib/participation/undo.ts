import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { recordAll } from "@/lib/journal/record";
import { countRoom, holding } from "./places";
import { canDecideParticipation } from "./policy";
import { plainStanding, type Standing } from "./standing";
import { endOffersLater, promoteWaiting } from "./waitlist/promote";
import { offerEnd } from "./waitlist/rules";
import { standAt, standFirst } from "./waitlist/stand";

const decidable = ["approved", "waitlisted", "rejected"] as const;

type Decided = Participation & { status: (typeof decidable)[number] };

/** Ids of those who stand again where they stood, and of those whose place is gone meanwhile. */
export type Undone = { restored: string[]; displaced: string[] };

/**
 * A host takes back what was decided at that instant, about one or many: they stand where they stood, in line at their
 * old turn. A place is given back if there is one by a host's hand; else they are the next in line, or wait for the
 * hosts where there is none. Places that become free go to the line. Repeating it is harmless; whoever changed their
 * answer since is passed over. Refuses with `event_cancelled`.
 */
export function undoDecisions(
  ctx: Context,
  { eventId, decidedAt }: { eventId: string; decidedAt: Date },
): Promise<Undone> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canDecideParticipation(tx.actor, event));
    if (event.status === "cancelled") throw conflict("event_cancelled");

    const decided = await findDecided(tx, { eventId, decidedAt });
    const before = (...statuses: Participation["status"][]) =>
      decided.filter(({ statusBefore }) => statuses.includes(statusBefore!));
    for (const status of ["pending", "maybe", "rejected"] as const)
      await stand(tx, before(status), plainStanding(status, status === "rejected" ? tx.now : null));
    for (const { id, rankBefore } of before("waitlisted"))
      await standAt(tx, eventId, { id, rank: rankBefore! });
    const displaced = await giveBackPlaces(tx, event, before("approved", "offered"));

    await recordAll(tx, decided.map(factOf));
    await promoteWaiting(tx, event);
    return { restored: decided.map(({ id }) => id).filter((id) => !displaced.includes(id)), displaced };
  });
}

/** Those in line first, in their order, then as they asked. */
async function findDecided(
  tx: Context,
  { eventId, decidedAt }: { eventId: string; decidedAt: Date },
): Promise<Decided[]> {
  const { rankBefore, createdAt, id } = participations;
  const rows = await tx.db
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        inArray(participations.status, [...decidable]),
        eq(participations.decidedAt, decidedAt),
        isNotNull(participations.statusBefore),
      ),
    )
    .orderBy(asc(rankBefore), asc(createdAt), asc(id));
  return rows as Decided[];
}

/** Gives places back as long as they last, and answers with the ids of those for whom none is left. */
async function giveBackPlaces(tx: Context, event: Event, former: Decided[]): Promise<string[]> {
  let free = (await countRoom(tx.db, event)).freeByHand;
  const back: Decided[] = [];
  const displaced: Decided[] = [];
  for (const one of former) {
    const needed = (holding as string[]).includes(one.status) ? 0 : one.seats;
    if (needed > free) displaced.push(one);
    else {
      back.push(one);
      free -= needed;
    }
  }
  await stand(
    tx,
    back.filter(({ statusBefore }) => statusBefore === "approved"),
    plainStanding("approved", tx.now),
  );
  await offerAgain(
    tx,
    event,
    back.filter(({ statusBefore }) => statusBefore === "offered"),
  );
  if (event.waitlist === "closed") await stand(tx, displaced, plainStanding("pending"));
  else await standFirst(tx, event.id, idsOf(displaced));
  return idsOf(displaced);
}

/** With as much time to answer as when it was offered. */
async function offerAgain(tx: Context, event: Event, offered: Decided[]): Promise<void> {
  if (offered.length === 0) return;
  const offerEndsAt = offerEnd(event, tx.now);
  await stand(tx, offered, { status: "offered", waitRank: null, offerEndsAt, decidedAt: tx.now });
  await endOffersLater(tx, idsOf(offered), offerEndsAt);
}

async function stand(tx: Context, those: Decided[], standing: Standing): Promise<void> {
  if (those.length === 0) return;
  await tx.db
    .update(participations)
    .set({ ...standing, statusBefore: null, reason: "" })
    .where(inArray(participations.id, idsOf(those)));
}

function idsOf(those: Decided[]): string[] {
  return those.map(({ id }) => id);
}

function factOf({ eventId, id, status, decidedAt }: Decided) {
  const kind = "participation.reconsidered" as const;
  return { kind, eventId, participationId: id, was: status, decidedAt: decidedAt!.toISOString() };
}
