import { type SQL, sql } from "drizzle-orm";
import { notOf, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { boxAround, cellsAround, monthlyCellsAround, type Point } from "./cells";
import type { SearchQuery } from "./input";
import type { Span } from "./when";

/** A search that is ready to be asked: words in stems, the place as a point, times as instants. */
export type Filters = Span & {
  /** A tsquery as text, or null. */
  text: string | null;
  /** The same for ranking: what matches more of it is better. */
  rank: string | null;
  around: { point: Point; radius: number } | null;
  /** An identity that announces it, alone or with others. */
  hostId: string | null;
  /** For whom it is asked: nobody in particular. */
  reader?: Unwelcome;
  asked: Pick<SearchQuery, "attendance" | "categories" | "tag" | "language" | "status" | "server">;
};

const DAY = 86_400_000;

const indexed = [sql.raw("s.starts_at"), sql.raw("s.ends_at")] as const;
/** Behind months, times choose little more: yet PostgreSQL would look them up, since it takes rare marks for common ones. */
const unindexed = [sql.raw("(s.starts_at + interval '0')"), sql.raw("(s.ends_at + interval '0')")] as const;

/** An event of more than 30 days is an exhibition, not something that is on; who asks for it by name finds it. */
const [LONGEST, LONGEST_BY_NAME] = [30 * DAY, 400 * DAY];

/** Conditions on `event_search s`; at least one. */
export function conditionsOf(filters: Filters): SQL {
  const document = documentQuery(filters);
  const conditions = [
    ...timesOf(filters),
    ...(document ? [sql`s.document @@ ${document}::tsquery`] : []),
    ...(filters.around ? [isNear(filters.around)] : []),
    ...(filters.asked.server ? [isOfThisServer] : []),
    ...welcomeTo(filters.reader),
  ];
  return sql.join(conditions, sql` and `);
}

/** Looked up for each that is left: a mark would stand at nearly all of them, and choose little. */
const isOfThisServer = sql.raw(
  "exists (select from events here where here.id = s.event_id and here.domain is null)",
);

/** Servers are looked up too. */
function welcomeTo(reader: Unwelcome | undefined): SQL[] {
  const domain = sql.raw("(select by.domain from actors by where by.id = s.organizer_id)");
  const condition = reader && notOf(reader, { actorId: sql.raw("s.organizer_id"), domain });
  return condition ? [condition] : [];
}

/** Whether more than times is asked for. */
export function hasDocument(filters: Filters): boolean {
  return documentQuery(filters) !== null;
}

/** Kilometres from the point to the event (haversine). */
export function distanceFrom({ latitude, longitude }: Point): SQL {
  return sql`2 * 6371 * asin(least(1, sqrt(
    sin(radians(s.latitude - ${latitude}::float8) / 2) ^ 2 + cos(radians(${latitude}::float8))
    * cos(radians(s.latitude)) * sin(radians(s.longitude - ${longitude}::float8) / 2) ^ 2)))`;
}

/** Words and marks in one query, so that one index answers for all of them. */
function documentQuery({ text, around, from, to, hostId, asked }: Filters): string | null {
  const { attendance, categories, tag, language, status } = asked;
  const months = from && to ? monthsIn(from, to) : [];
  const here = around && monthlyCellsAround(around.point, around.radius, months);
  const anyTime = here ?? (around && cellsAround(around.point, around.radius)) ?? [];
  const parts = [
    text && `(${text})`,
    anyOf(anyTime.map(quoted)),
    attendance && quoted(`=${attendance}`),
    anyOf(categories.map((code) => quoted(`=c:${code}`))),
    tag && quoted(`=t:${tag}`),
    language && quoted(`=l:${language}`),
    status && quoted(`=s:${status}`),
    hostId && quoted(`=h:${hostId}`),
  ].filter(Boolean);
  // Time alone is found faster by an index of times.
  if (parts.length === 0) return null;
  const during = here ? null : anyOf(months.map((month) => quoted(`=m:${month}`)));
  return [...parts, ...(during ? [during] : [])].join(" & ");
}

function hasMonths(filters: Filters): boolean {
  const { from, to } = filters;
  return from !== null && to !== null && monthsIn(from, to).length > 0 && hasDocument(filters);
}

function timesOf(filters: Filters): SQL[] {
  const { from, to, text, hostId, asked } = filters;
  const longest = text || hostId || asked.tag ? LONGEST_BY_NAME : LONGEST;
  const [starts, ends] = hasMonths(filters) ? unindexed : indexed;
  const conditions: SQL[] = [];
  if (from) {
    conditions.push(sql`${ends} > ${from.toISOString()}::timestamptz`);
    conditions.push(sql`${starts} > ${new Date(from.getTime() - longest).toISOString()}::timestamptz`);
  }
  if (to) {
    // What is past is over; what is in a span of days only has to begin before its end.
    conditions.push(sql`${from ? starts : ends} < ${to.toISOString()}::timestamptz`);
  }
  return conditions.length > 0 ? conditions : [sql`true`];
}

/** The box is asked first, since it costs next to nothing: neither words nor distances are read of what lies outside. */
function isNear({ point, radius }: NonNullable<Filters["around"]>): SQL {
  const isInCircle = sql`${distanceFrom(point)} <= ${radius}::float8`;
  const box = boxAround(point, radius);
  if (!box) return isInCircle;
  return sql`s.latitude between ${box.south}::float8 and ${box.north}::float8
    and s.longitude between ${box.west}::float8 and ${box.east}::float8 and ${isInCircle}`;
}

/** Months (UTC) that a span touches; none where it is so long that they would choose nothing. */
function monthsIn(from: Date, to: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; month < to && months.length <= 6; month.setUTCMonth(month.getUTCMonth() + 1)) {
    months.push(month.toISOString().slice(0, 7));
  }
  return months.length > 6 ? [] : months;
}

function anyOf(marks: string[]): string | null {
  return marks.length > 0 ? `(${marks.join(" | ")})` : null;
}

/** A lexeme as tsquery wants it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
