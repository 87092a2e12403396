import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Participation, participations } from "@/db/schema/participations";
import { rowsInPages } from "@/lib/core/rows-in-pages";
import { type Answers, listAnswers } from "../questions/queries";
import { matching } from "./matching";

const { id, status, adults, children, message, createdAt, decidedAt, name, waitRank } = participations;
const columns = { id, status, adults, children, message, createdAt, decidedAt, name, waitRank } as const;

/** Somebody's answer as a file has it. `handle` is null for those who take part by e-mail. */
export type ParticipantRow = Pick<Participation, keyof typeof columns> & {
  handle: string | null;
  domain: string | null;
  answers: Answers;
};

type Asked = { eventId: string; statuses: Participation["status"][]; text: string };

const PAGE = 500;

/**
 * All who stand there, one standing after the other, in the order of the lists. However many they are, some hundreds are
 * in memory, and no connection is held while whoever reads is slow: who answers meanwhile may be in it or not.
 */
export async function* participantRows(
  db: Database,
  { eventId, statuses, text }: Asked,
): AsyncGenerator<ParticipantRow> {
  for (const each of statuses)
    yield* rowsInPages(PAGE, (after: ParticipantRow | undefined) =>
      readPage(db, { eventId, standing: each, text, after }),
    );
}

type Page = Pick<Asked, "eventId" | "text"> & {
  standing: Participation["status"];
  after: ParticipantRow | undefined;
};

async function readPage(db: Database, { eventId, standing, text, after }: Page): Promise<ParticipantRow[]> {
  const isInLine = standing === "waitlisted";
  const rows = await db
    .select({ ...columns, called: actors.name, handle: actors.handle, domain: actors.domain })
    .from(participations)
    .leftJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(status, standing),
        or(isNull(participations.actorId), isNull(actors.deletedAt)),
        after && (isInLine ? behind(after) : later(after)),
        matching(db, eventId, text),
      ),
    )
    .orderBy(asc(isInLine ? waitRank : createdAt), asc(id))
    .limit(PAGE);
  const answers = await listAnswers(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ called, ...row }) => ({
    ...row,
    name: called ?? row.name,
    answers: answers.get(row.id) ?? {},
  }));
}

function later(after: ParticipantRow): SQL {
  return sql`(${createdAt}, ${id}) > (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`;
}

function behind(after: ParticipantRow): SQL {
  return sql`(${waitRank}, ${id}) > (${after.waitRank}::bigint, ${after.id}::uuid)`;
}
