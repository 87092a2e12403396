import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { findUnwelcome, isUnwelcome, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { type Came, joinsLetter } from "./letters/joins";
import { findHappening, findPeople, isIdentity, participantOf } from "./people";
import { listWants } from "./wants";
import { writeTo } from "./write-to";

const HOUR = 3_600_000;
/** How many are named; the others are counted. */
const LISTED = 20;

type Arrived = Recorded<FactOf<"participation.approved" | "participation.waitlisted">>;

/**
 * Tells those hosts who want it who came by themselves, or waits for a place, within an hour: once, when the hour is
 * over. Where hosts let people in one by one they know.
 */
export async function announceJoins(tx: Context, fact: Arrived): Promise<void> {
  const happening = await findHappening(tx.db, fact.eventId);
  if (happening?.event.joinMode !== "free") return;
  const hosts = await findPeople(tx.db, [happening.event.organizerId, ...happening.event.hostIds]);
  const wants = await listWants(
    tx.db,
    hosts.map(({ id }) => id),
  );
  const wanting = hosts.filter(({ id }) => wants.get(id)?.joins);
  if (wanting.length === 0) return;
  const since = new Date(Math.floor(fact.at.getTime() / HOUR) * HOUR);
  const until = new Date(since.getTime() + HOUR);
  if (tx.now < until) return tellLater(tx, fact, until);

  const coming = await listCame(tx, fact.eventId, { status: "approved", since, until });
  const waiting = await listCame(tx, fact.eventId, { status: "waitlisted", since, until });
  if (coming.total + waiting.total === 0) return;
  for (const host of wanting) {
    const reader = await findUnwelcome(tx.db, host.id, tx.now);
    const told = { coming: welcomeOf(coming, reader), waiting: welcomeOf(waiting, reader) };
    if (told.coming.total + told.waiting.total === 0) continue;
    await writeTo(tx, host.id, {
      key: `joins:${fact.eventId}:${host.id}:${since.toISOString()}`,
      kind: "joins",
      write: (mailbox) => joinsLetter(happening, host, { ...told, reader: mailbox }),
    });
  }
}

/** Without those of whom a host does not want to hear; beyond those who are named, people are but a number. */
function welcomeOf({ listed, total }: Came, reader: Unwelcome): Came {
  const isWelcome = ({ participant }: Came["listed"][number]) =>
    !isIdentity(participant) || !isUnwelcome(reader, participant);
  const welcome = listed.filter(isWelcome);
  return { listed: welcome, total: total - (listed.length - welcome.length) };
}

/** Those about whom no host decided, who stand there still. */
async function listCame(
  { db }: Context,
  eventId: string,
  { status, since, until }: { status: "approved" | "waitlisted"; since: Date; until: Date },
): Promise<Came> {
  const at = status === "approved" ? participations.decidedAt : participations.createdAt;
  const { id, name, handle, domain } = actors;
  const rows = await db
    .select({
      participation: participations,
      identity: { id, name, handle, domain },
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(participations)
    .leftJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.status, status),
        isNull(participations.statusBefore),
        isNull(actors.deletedAt),
        gte(at, since),
        lt(at, until),
      ),
    )
    .orderBy(asc(at), asc(participations.id))
    .limit(LISTED);
  const listed = rows.flatMap(({ participation, identity }) => {
    const participant = participantOf(participation, identity);
    return participant ? [{ participant, guests: participation.seats - 1 }] : [];
  });
  return { listed, total: rows[0]?.total ?? 0 };
}

/** One job an event and hour: each who comes replaces it by one at the same time. */
function tellLater(tx: Context, { eventId, factId }: Arrived, runAt: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "announceJoins", factId },
    key: `tell:announceJoins:${eventId}:${runAt.toISOString()}`,
    runAt,
  });
}
