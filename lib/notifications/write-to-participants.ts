import { and, asc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { findMailbox } from "@/lib/identities/mailbox";
import { queueMails } from "@/lib/mail/queue";
import type { Reader } from "./event-card";
import type { MailKind } from "./input";
import type { Letter } from "./letter";
import type { Happening, Person } from "./people";
import { wanting } from "./wants";
import { setDeclinableLetter } from "./write-to";

/** How many are read, written to and queued at a time. */
const BATCH = 200;

type Status = Participation["status"];
export type Recipient = {
  participant: Person;
  reader: Reader;
  status: Status;
  /** When they were let in, or else answered: they saw the event as it stood then. */
  knownSince: Date;
};

type Round = {
  statuses: Status[];
  /** Only to those who want this kind; none: to all. */
  kind?: MailKind;
  /** Whose words they are: nobody hears of their own. */
  authorId?: string;
  key: (participationId: string) => string;
  /** Null: there is nothing to tell them. */
  write: (recipient: Recipient) => Letter | null;
  calendar: (status: Status) => string | undefined;
};

/**
 * A letter each to all who take part in one of these ways and live here; others hear of it by federation. Every
 * identity gets its own, also if two of them have one address. The organiser, whose act it was, gets none.
 */
export async function writeToParticipants(tx: Context, happening: Happening, round: Round): Promise<void> {
  let batch = await findBatch(tx.db, happening, round);
  while (batch.length > 0) {
    await queueBatch(tx, batch, round);
    batch =
      batch.length < BATCH ? [] : await findBatch(tx.db, happening, { ...round, after: batch.at(-1)?.id });
  }
}

type Row = { id: string; status: Status; knownSince: Date; participant: Person };

async function queueBatch(tx: Context, batch: Row[], { key, kind, write, calendar }: Round) {
  const mailboxes = await findMailbox(
    tx.db,
    batch.map(({ participant }) => participant.id),
  );
  const readers = new Map(mailboxes.map((mailbox) => [mailbox.actorId, mailbox]));
  const letters = batch.flatMap(({ id, status, knownSince, participant }) => {
    const reader = readers.get(participant.id);
    const written = reader && write({ participant, reader, status, knownSince });
    if (!written) return [];
    const letter = setDeclinableLetter(written, { actorId: participant.id, kind });
    return [{ key: key(id), mail: { ...letter, to: reader.email, calendar: calendar(status) } }];
  });
  await queueMails(tx, letters);
}

function findBatch(
  db: Database,
  { event }: Happening,
  { statuses, kind, authorId, after }: Pick<Round, "statuses" | "kind" | "authorId"> & { after?: string },
): Promise<Row[]> {
  const { id, name, handle, domain } = actors;
  return db
    .select({
      id: participations.id,
      status: participations.status,
      knownSince: sql`coalesce(${participations.decidedAt}, ${participations.createdAt})`.mapWith(
        participations.createdAt,
      ),
      participant: { id, name, handle, domain },
    })
    .from(participations)
    .innerJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(participations.eventId, event.id),
        inArray(participations.status, statuses),
        isNull(actors.domain),
        isNull(actors.deletedAt),
        ne(actors.id, event.organizerId),
        authorId ? ne(actors.id, authorId) : undefined,
        kind && wanting(db, kind, actors.id),
        after ? gt(participations.id, after) : undefined,
      ),
    )
    .orderBy(asc(participations.id))
    .limit(BATCH);
}
