import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { type Participation, participations } from "@/db/schema/participations";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";
import { type Answers, listAnswers } from "../questions/queries";
import { matching } from "./matching";

const { id, status, adults, children, seats, isHidden, message, reason } = participations;
const { createdAt, decidedAt, offerEndsAt, forgottenAt, name } = participations;
const columns = { id, status, adults, children, seats, isHidden, message, reason, name } as const;
const times = { createdAt, decidedAt, offerEndsAt, forgottenAt } as const;

type Columns = keyof typeof columns | keyof typeof times;

/** Somebody's answer as hosts read it. `name` is empty where none was told, or it is forgotten. */
export type ListedParticipant = Pick<Participation, Columns> & {
  /** Null: by e-mail, and their address is shown to nobody. */
  face: Face | null;
  answers: Answers;
  /** Their turn in the line, from 1; null: not in it. */
  position: number | null;
};

export type Listed = { eventId: string; status: Participation["status"]; text: string };

export const PARTICIPANTS_PER_PAGE = 50;

/**
 * Those who stand there, in the order in which they asked, or of the line. For hosts. `page` counts from 1; however far
 * it is, only its own people are read whole.
 */
export async function listParticipants(
  db: Database,
  { page, ...listed }: Listed & { page: number },
): Promise<ListedParticipant[]> {
  const offset = (page - 1) * PARTICIPANTS_PER_PAGE;
  const ids = idsOf(db, listed).limit(PARTICIPANTS_PER_PAGE).offset(offset);
  const found = await readListed(db, inArray(id, ids), orderOf(listed.status));
  if (listed.status !== "waitlisted") return found;
  if (!listed.text) return found.map((one, index) => ({ ...one, position: offset + index + 1 }));
  const positions = await positionsOf(db, listed.eventId, found);
  return found.map((one) => ({ ...one, position: positions.get(one.id) ?? null }));
}

/** For paper, where people are looked for by name: the same people, by it. */
export function listByName(
  db: Database,
  { page, size, ...listed }: Listed & { page: number; size: number },
): Promise<ListedParticipant[]> {
  const isListed = and(isOf(db, listed), isNull(actors.deletedAt));
  const called = sql`unaccent(lower(coalesce(${actors.name}, ${name})))`;
  return readListed(db, isListed, [called, asc(id)], { limit: size, offset: (page - 1) * size });
}

/** Ids alone, so that an index answers. */
function idsOf(db: Database, listed: Listed) {
  const query = db.select({ id }).from(participations).$dynamic();
  if (listed.text) query.leftJoin(actors, eq(actors.id, participations.actorId));
  return query.where(isOf(db, listed)).orderBy(...orderOf(listed.status));
}

function isOf(db: Database, listed: Listed): SQL | undefined {
  return and(
    eq(participations.eventId, listed.eventId),
    eq(status, listed.status),
    matching(db, listed.eventId, listed.text),
  );
}

function orderOf(of: Participation["status"]): SQL[] {
  return of === "waitlisted" ? [asc(participations.waitRank), asc(id)] : [asc(createdAt), asc(id)];
}

async function readListed(
  db: Database,
  which: SQL | undefined,
  order: SQL[],
  { limit = PARTICIPANTS_PER_PAGE, offset = 0 } = {},
): Promise<ListedParticipant[]> {
  const rows = await db
    .select({ ...columns, ...times, face: faceColumns, avatar: avatarColumns })
    .from(participations)
    .leftJoin(actors, eq(actors.id, participations.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(which, or(isNull(participations.actorId), isNull(actors.deletedAt))))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const answers = await listAnswers(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ face, avatar, ...row }) => ({
    ...row,
    name: face?.name ?? row.name,
    face: face && { ...face, avatar },
    answers: answers.get(row.id) ?? {},
    position: null,
  }));
}

/** Among all who wait, also those whom a search leaves out. */
async function positionsOf(
  db: Database,
  eventId: string,
  of: { id: string }[],
): Promise<Map<string, number>> {
  const position = sql<number>`row_number() over (order by ${participations.waitRank}, ${id})`;
  const line = db
    .select({ id, position: position.mapWith(Number).as("position") })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(status, "waitlisted")))
    .as("line");
  const rows = await db
    .select()
    .from(line)
    .where(
      inArray(
        line.id,
        of.map((one) => one.id),
      ),
    );
  return new Map(rows.map((row) => [row.id, row.position]));
}
