import { type SQL, sql } from "drizzle-orm";
import { grids, ON_THE_LINE } from "./cells";

/** What is read of a description: enough to be found by, also where it is a book. */
const DESCRIPTION_CHARACTERS = 8000;

/** Months that something long is found in. */
const MONTHS_AT_MOST = 24;

/**
 * Rows of `event_search` for events (`e`) with organiser (`o`), as one select, so that one event and a million are
 * written by the same words. Of a hidden address nothing is told but the town, and the point to a tenth of a degree.
 */
export function rowsOf(condition: SQL): SQL {
  return sql`
    select e.id, e.starts_at, ${ends}, ${latitude}, ${longitude}, ${isOnline}, e.organizer_id, e.category, ${language},
      e.status, ${document}
    from events e
      join actors o on o.id = e.organizer_id
      left join places p on p.id = e.place_id
      left join lateral (
        select string_agg(tag, ' ' order by position) as words, array_agg('=t:' || tag) as marks
        from event_tags where event_id = e.id
      ) tags on true
    where e.published_at is not null and e.visibility = 'public' and e.deleted_at is null and o.deleted_at is null and o.limited_at is null
      and ${condition}`;
}

/** What mistyped words are compared with: the words of title, tags and place, as they are written. One row an event. */
export function namesOf(condition: SQL): SQL {
  return sql`
    select to_tsvector('plain_words', e.title || ' ' || coalesce(string_agg(t.tag, ' '), '') || ' ' || ${sql.raw(placeWords)})
      as names
    from events e
      join event_search s on s.event_id = e.id
      left join places p on p.id = e.place_id
      left join event_tags t on t.event_id = e.id
    where ${condition}
    group by e.id, p.id`;
}

/** See `endOf` in ../rules. */
const ends = sql.raw("coalesce(e.ends_at, e.starts_at + interval '3 hours')");
const isOnline = sql.raw("(e.online_url <> '' or e.status = 'moved_online')");
const language = sql.raw("split_part(lower(e.language), '-', 1)");
const latitude = sql.raw(coarse("e.latitude"));
const longitude = sql.raw(coarse("e.longitude"));

const hosts = "array(select '=h:' || host from unnest(e.organizer_id || e.host_ids) host)";

const placeWords = `case when e.is_address_hidden then coalesce(p.locality, '')
  else e.place_name || ' ' || e.place_address || ' ' || coalesce(p.locality, '') end`;

const document = sql.raw(
  [
    weighed("e.title", "A"),
    weighed("coalesce(tags.words, '')", "B"),
    weighed(placeWords, "B"),
    `setweight(to_tsvector('plain_words', o.name), 'C')`,
    weighed(words(`left(e.description, ${DESCRIPTION_CHARACTERS})`), "D"),
    marks(),
  ].join(" || "),
);

/** Words as they are written, and their stems in the event's language; in both of ours where nobody said which. */
function weighed(text: string, weight: string): string {
  const stems = (
    code: string,
    name: string,
  ) => `case when split_part(lower(e.language), '-', 1) in ('${code}', 'und', '')
    then to_tsvector('${name}', ${text}) else '' end`;
  return `setweight(to_tsvector('plain_words', ${text})
    || ${stems("en", "english_words")} || ${stems("fr", "french_words")}, '${weight}')`;
}

/** What is no word begins with "=", which no word does: one index answers for all of it. */
function marks(): string {
  const whole = `array['=c:' || e.category, '=l:' || split_part(lower(e.language), '-', 1), '=s:' || e.status]`;
  const how = `array_remove(array[case when e.online_url <> '' or e.status = 'moved_online' then '=online' end,
    case when e.status <> 'moved_online' and (e.online_url = '' or e.place_name <> '' or e.place_address <> ''
      or e.latitude is not null) then '=in-person' end], null)`;
  return `array_to_tsvector(${whole} || ${how} || ${months()} || ${cells()} || ${hosts}
    || coalesce(tags.marks, '{}'))`;
}

/** Where a picture lies is nothing to be found by. */
function words(markdown: string): string {
  return `regexp_replace(${markdown}, '\\]\\(/media/[a-z2-9]{20}\\)', ' ', 'g')`;
}

function months(): string {
  return `array(select '=m:' || month from ${eachMonth()})`;
}

/** Every month (UTC) that it lasts into: rows of "2026-11". */
function eachMonth(): string {
  return `(select to_char(month, 'YYYY-MM') as month from generate_series(
    date_trunc('month', e.starts_at at time zone 'UTC'),
    coalesce(e.ends_at, e.starts_at + interval '3 hours') at time zone 'UTC', interval '1 month') month
    limit ${MONTHS_AT_MOST}) each_month`;
}

/** Squares, and what is there in a month: place and days together choose few, where each of them chooses many. */
function cells(): string {
  const monthly = grids.filter(({ isMonthly }) => isMonthly).map(cellOf);
  return `case when e.latitude is null then '{}' else array[${grids.map(cellOf).join(", ")}]
    || array(select cell || ':' || month from unnest(array[${monthly.join(", ")}]) cell, ${eachMonth()}) end`;
}

function cellOf({ letter, perDegree }: (typeof grids)[number]): string {
  const [y, x] = [coarse("e.latitude"), coarse("e.longitude")];
  return `'=${letter}:' || floor(${y} * ${perDegree} + ${ON_THE_LINE})::int || ':' ||
    floor(case when ${x} >= 180 then ${x} - 360 else ${x} end * ${perDegree} + ${ON_THE_LINE})::int`;
}

/** See `coarseDegrees` in lib/core: the database rounds the same way, half a tenth apart at most. */
function coarse(column: string): string {
  return `case when e.is_address_hidden then round(${column}::numeric, 1)::float8 else ${column} end`;
}
