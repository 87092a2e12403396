import postgres, { type Sql } from "postgres";
import { connect } from "@/db/client";
import { rebuildSearch } from "@/lib/events/search/rebuild";
import { say } from "@/scripts/start/say";
import { doings, madeUpWord, sentences, subjects, tags, towns, villages } from "./million-land";
import { categories, people } from "./texts";

/** Events are written in batches, so that one statement never needs the room of all of them. */
const BATCH = 50_000;

/**
 * Fills a migrated, empty database with `count` events over France and some of the world: mostly past, half as many to
 * come next month as last, and writes the index of the search by the same code as the app.
 */
export async function fillLand(url: string, count: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // Nothing refers to what is not there: asking for every row would take most of the time.
    await sql`set session_replication_role = replica`;
    await sql`select setseed(0.42)`;
    const persons = Math.max(50, Math.ceil(count / 40));
    await addPeople(sql, persons);
    const spots = await addSpots(sql, Math.max(200, Math.ceil(count / 60)));
    for (let first = 0; first < count; first += BATCH) {
      const last = Math.min(count, first + BATCH) - 1;
      await addEvents(sql, { first, last, persons, spots });
    }
    say(`Wrote ${count.toLocaleString("en")} events; now their index.`);
    await buildIndex(url);
    await sql`vacuum analyze`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function addPeople(sql: Sql, persons: number): Promise<void> {
  await sql`
    insert into actors (id, kind, handle, uri, name)
    select md5('actor' || i)::uuid, 'person', 'person_' || i, 'https://bench.example/@person_' || i,
      (${people}::text[])[i % ${people.length} + 1] || ' ' || i
    from generate_series(0, ${persons - 1}) i`;
}

/** Places where events happen again and again: around each town as many as it has events. */
async function addSpots(sql: Sql, spots: number): Promise<number> {
  const around = [
    ...towns.flatMap((town) => Array.from({ length: Math.ceil(town[3] / 10) }, () => town.slice(0, 3))),
    ...villages.flatMap(({ name, latitude, longitude }) =>
      Array.from({ length: 5 }, () => [name, latitude, longitude]),
    ),
  ];
  const column = (index: number) => around.map((town) => town[index]!);
  await sql`
    insert into places (id, slug, name, street, locality, country, latitude, longitude, key)
    select md5('place' || i)::uuid, 'place-' || i,
      (array['Maison des Associations', 'Salle des fêtes', 'Café associatif', 'Médiathèque', 'The Old Post Office'])[i % 5 + 1]
        || ' ' || (i % 97),
      (i % 60 + 1) || ' rue des Lilas', town, 'FR',
      y + (random() - random()) * 0.12, x + (random() - random()) * 0.16, 'place ' || i
    from (
      select i, (${column(0) as string[]}::text[])[n] as town, (${column(1) as number[]}::float8[])[n] as y,
        (${column(2) as number[]}::float8[])[n] as x
      from generate_series(0, ${spots - 1}) i, lateral (select (i % ${around.length})::int + 1 as n) chosen
    ) numbered`;
  return spots;
}

type Batch = { first: number; last: number; persons: number; spots: number };

async function addEvents(sql: Sql, { first, last, persons, spots }: Batch): Promise<void> {
  const names = Array.from({ length: 2000 }, (_, number) => madeUpWord(number));
  const [french, english] = [sentences("fr", 1500), sentences("en", 1500)];
  await sql`
    insert into events (id, slug, uri, organizer_id, title, description, description_html, starts_at, ends_at, zone,
      category, language, place_id, place_name, place_address, latitude, longitude, is_address_hidden, online_url,
      status, published_at)
    select md5('event' || i)::uuid, 'event-' || i, 'https://bench.example/events/' || i,
      md5('actor' || floor(random() ^ 2 * ${persons}))::uuid,
      case when language = 'fr' then ${some(sql, doings.fr)} || ' ' || ${some(sql, subjects.fr)}
        else ${some(sql, doings.en)} || ': ' || ${some(sql, subjects.en)} end
        || case when i % 3 = 0 then ' ' || ${some(sql, names, 3)} else '' end,
      text, '<p>' || text || '</p>', start, start + lasts, 'Europe/Paris',
      (${categories}::text[])[i % ${categories.length} + 1], language, p.id, coalesce(p.name, ''),
      coalesce(p.street || ', ' || p.locality, ''), p.latitude, p.longitude, i % 20 = 3,
      case when i % 10 = 7 then 'https://meet.example/' || i else '' end,
      (case when i % 50 = 9 then 'cancelled' else 'confirmed' end)::event_status,
      least(start, now()) - interval '20 days'
    from (
      select i, case when i % 4 < 3 then 'fr' else 'en' end as language,
        date_trunc('day', now() + case when random() < 0.88 then ln(1 - random()) * interval '540 days'
          else -ln(1 - random()) * interval '75 days' end)
          + (8 + floor(sqrt(random()) * 14)) * interval '1 hour' as start,
        case when i % 100 = 1 then (20 + i % 40) * interval '1 day' when i % 100 < 5 then (1 + i % 4) * interval '1 day'
          else (1 + i % 4) * interval '1 hour' end as lasts,
        (select string_agg(case when i % 4 < 3 then (${french}::text[])[n] else (${english}::text[])[n] end, ' ')
          from (select floor(random() * 1500)::int + 1 as n from generate_series(1, 5 + i % 9)) chosen) as text,
        case when i % 10 <> 7 then md5('place' || floor(random() * ${spots}))::uuid end as place
      from generate_series(${first}::int, ${last}::int) i
    ) numbered left join places p on p.id = place`;
  await sql`
    insert into event_tags (event_id, tag, position, starts_at)
    select e.id, (${tags}::text[])[floor(random() ^ 3 * ${tags.length})::int + 1], k, e.starts_at
    from generate_series(${first}::int, ${last}::int) i join events e on e.id = md5('event' || i)::uuid,
      generate_series(0, i % 4) k
    on conflict do nothing`;
  await sql`
    insert into participations (id, event_id, actor_id, status, uri, created_at)
    select uuidv7(), md5('event' || i)::uuid, md5('actor' || (i + k) % ${persons})::uuid, 'approved',
      'https://bench.example/joins/' || i || '-' || k, now()
    from generate_series(${first}::int, ${last}::int) i, generate_series(1, i % 40 - 20) k`;
}

/** One of a list; a larger `slant` prefers those at its beginning. */
function some(sql: Sql, list: string[], slant = 1) {
  return sql`(${list}::text[])[floor(random() ^ ${slant} * ${list.length})::int + 1]`;
}

async function buildIndex(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    await rebuildSearch({ db, actor: { kind: "system" }, now: new Date() });
  } finally {
    await close();
  }
}
