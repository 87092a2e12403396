import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { deafTo } from "@/lib/identities/blocks/unwelcome";
import { queueMails } from "@/lib/mail/queue";
import type { Reader } from "./event-card";
import type { MailKind } from "./input";
import type { Letter } from "./letter";
import { findMailboxes } from "./mailboxes";
import { type Happening, type Participant, participantOf } from "./people";
import { tellCalendars } from "./tell-calendars";
import { wanting } from "./wants";
import { setLetterTo } from "./write-to-participant";

/** How many are read, written to and queued at a time. */
const BATCH = 200;

type Status = Participation["status"];
export type Recipient = {
  participant: Participant;
  reader: Reader;
  status: Status;
  /** When they were let in, or else answered: they saw the event as it stood then. */
  knownSince: Date;
};

type Round = {
  statuses?: Status[];
  /** Only these of all, by a condition on participations. */
  among?: SQL;
  /** Only to those who want this kind; none: to all. */
  kind?: MailKind;
  /** Whose words they are: nobody hears of their own, nor of those of whom they block or mute. */
  authorId?: string;
  key: (participationId: string) => string;
  /** Null: there is nothing to tell them. */
  write: (recipient: Recipient) => Letter | null;
  /** Their calendars hear where they stand now. */
  tellsCalendars?: boolean;
};

/**
 * A letter each to all who take part in one of these ways, with an identity of here or by e-mail; others hear of it by
 * federation. Every one gets their own, also if two of them have one address. The organiser, whose act it was, gets none.
 */
export async function writeToParticipants(tx: Context, happening: Happening, round: Round): Promise<void> {
  let after: string | undefined;
  do after = await writeToNextParticipants(tx, happening, { ...round, after });
  while (after);
}

/** The same to the next some of them, after this participation. Answers of the last one of these; undefined: no more. */
export async function writeToNextParticipants(
  tx: Context,
  happening: Happening,
  round: Round & { after: string | undefined },
): Promise<string | undefined> {
  const rows = await selectBatch(tx.db, happening, round);
  await queueBatch(tx, happening, { ...round, rows });
  return rows.length < BATCH ? undefined : rows.at(-1)?.participation.id;
}

type Row = Awaited<ReturnType<typeof selectBatch>>[number];

async function queueBatch(tx: Context, happening: Happening, { rows, ...round }: Round & { rows: Row[] }) {
  const those = rows.flatMap((row) => {
    const participant = participantOf(row.participation, row.identity);
    return participant ? [{ ...row, participant }] : [];
  });
  const mailboxes = await findMailboxes(tx, happening.event, those);
  const written = those.flatMap(({ participation: { id, status }, participant, knownSince }) => {
    const mailbox = mailboxes.get(id);
    const letter = mailbox && round.write({ participant, reader: mailbox, status, knownSince });
    return letter ? [{ id, status, participant, letter, email: mailbox.email, name: participant.name }] : [];
  });
  const parts = round.tellsCalendars ? await tellCalendars(tx, happening, written) : new Map();
  await queueMails(
    tx,
    written.map(({ id, participant, letter, email }) => ({
      key: round.key(id),
      mail: { ...setLetterTo(participant, letter, { kind: round.kind, part: parts.get(id) }), to: email },
    })),
  );
}

function selectBatch(
  db: Database,
  { event }: Happening,
  { statuses, among, kind, authorId, after }: Omit<Round, "write" | "key"> & { after?: string },
) {
  const { id, name, handle, domain } = actors;
  const isNone = (actorId: string) => or(isNull(participations.actorId), ne(participations.actorId, actorId));
  return db
    .select({
      participation: participations,
      knownSince: sql`coalesce(${participations.decidedAt}, ${participations.createdAt})`.mapWith(
        participations.createdAt,
      ),
      identity: { id, name, handle, domain },
    })
    .from(participations)
    .leftJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(participations.eventId, event.id),
        statuses && inArray(participations.status, statuses),
        among,
        or(isNotNull(participations.actorId), isNotNull(participations.email)),
        isNull(actors.domain),
        isNull(actors.deletedAt),
        isNone(event.organizerId),
        authorId ? and(isNone(authorId), not(deafTo(db, authorId, participations.actorId))) : undefined,
        kind && wanting(db, kind, actors.id),
        after ? gt(participations.id, after) : undefined,
      ),
    )
    .orderBy(asc(participations.id))
    .limit(BATCH);
}
