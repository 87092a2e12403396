import postgres, { type Sql } from "postgres";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { randomSlug } from "@/lib/core/text/random-slug";
import { categories, descriptions, people, places, tags, titles, zones } from "./texts";

export type Town = {
  /** Addresses of events, the same kind of events in every town however large. */
  slugs: string[];
  /** A session of the account that the member's requests are made with. */
  sessionId: string;
};

/** How many different pages the bench asks for in turn. */
const asked = 20;

/**
 * Fills a migrated, empty database with `count` events, two years back and one ahead, and everybody around them.
 * Each row follows from its number, so event 7 is the same among 100 and among 10,000.
 */
export async function fillTown(url: string, count: number): Promise<Town> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const persons = Math.max(40, count / 5);
    const slugs = Array.from({ length: count }, () => randomSlug(14));
    await addPeople(sql, persons);
    await addEvents(sql, slugs, persons);
    await addTags(sql);
    await addParticipations(sql, persons);
    const sessionId = await addSession(sql);
    await sql`vacuum analyze`;
    return { slugs: slugs.slice(0, asked), sessionId };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** An account for each person; every fourth has a second identity, every second one an avatar. */
async function addPeople(sql: Sql, persons: number): Promise<void> {
  await sql`
    insert into media (id, name, kind, status, width, height, widths)
    select uuidv7(), md5('avatar' || i), 'avatar', 'ready', 256, 256, '{64,128,256}'
    from generate_series(0, ${persons - 1}, 2) i`;
  await sql`
    insert into accounts (id, email, role, locale, zone, confirmed_at)
    select md5('account' || i)::uuid, 'person' || i || '@example.org', 'member', 'en', 'Europe/Paris', now()
    from generate_series(0, ${persons - 1}) i`;
  await sql`
    insert into actors (id, kind, handle, uri, name, summary, summary_html, avatar_id, created_at)
    select md5('actor' || i)::uuid, 'person', 'person_' || i, 'https://bench.example/@person_' || i,
      (${people}::text[])[i % ${people.length} + 1], 'One of us.', '<p>One of us.</p>',
      (select id from media where name = md5('avatar' || i)), now() - interval '3 years' + i * interval '1 minute'
    from generate_series(0, ${persons + persons / 4 - 1}) i`;
  await sql`
    insert into account_identities (actor_id, account_id, is_default)
    select md5('actor' || i)::uuid,
      md5('account' || case when i < ${persons} then i else (i - ${persons}) * 4 end)::uuid, i < ${persons}
    from generate_series(0, ${persons + persons / 4 - 1}) i`;
}

/** Dates are spread by the golden ratio: any few events have past and coming ones among them. */
async function addEvents(sql: Sql, slugs: string[], persons: number): Promise<void> {
  await sql`
    insert into media (id, name, kind, status, alt, width, height, widths)
    select uuidv7(), md5('picture' || i), 'picture', 'ready', 'People around a long table', 1600, 900,
      '{400,800,1200,1600}'
    from generate_series(0, ${slugs.length - 1}, 3) i`;
  await sql`
    insert into events (id, slug, uri, organizer_id, title, description, description_html, starts_at, ends_at, zone,
      category, language, picture_id, place_name, place_address, join_mode, capacity, published_at, updated_at)
    select uuidv7(), slug, 'https://bench.example/events/' || slug, md5('actor' || i % ${persons})::uuid,
      (${titles}::text[])[i % ${titles.length} + 1] || ' no. ' || i,
      (${descriptions}::text[])[i % ${descriptions.length} + 1],
      (${descriptions.map((source) => renderMarkdown(source))}::text[])[i % ${descriptions.length} + 1],
      start, start + (1 + i % 5) * interval '1 hour', (${zones}::text[])[i % ${zones.length} + 1],
      (${categories}::text[])[i % ${categories.length} + 1], 'en',
      (select id from media where name = md5('picture' || i)),
      (${places.map(([name]) => name)}::text[])[i % ${places.length} + 1],
      (${places.map(([, address]) => address)}::text[])[i % ${places.length} + 1],
      case when i % 2 = 0 then 'free' else 'approval' end::join_mode,
      case when i % 3 = 0 then null else 30 end,
      least(start, now()) - interval '20 days', least(start, now()) - interval '10 days'
    from (
      select slug, (n - 1)::int as i, date_trunc('hour', now()) - interval '730 days'
        + floor(1095 * 24 * ((n - 1) * 0.6180339887 % 1)) * interval '1 hour' as start
      from unnest(${slugs}::text[]) with ordinality as given (slug, n)
    ) numbered`;
}

async function addTags(sql: Sql): Promise<void> {
  await sql`
    insert into event_tags (event_id, tag, position)
    select e.id, (${tags}::text[])[((n + k * 2) % ${tags.length} + 1)::int], k
    from (select id, row_number() over (order by id) - 1 as n from events) e, generate_series(0, 2) k`;
}

/** None to 29 people ask to come; one in ten waits, one in ten has left. */
async function addParticipations(sql: Sql, persons: number): Promise<void> {
  await sql`
    insert into participations (id, event_id, actor_id, status, message, uri, decided_at, created_at)
    select uuidv7(), e.id, md5('actor' || (n * 13 + k + 1) % ${persons})::uuid,
      case k % 10 when 3 then 'pending' when 7 then 'left' else 'approved' end::participation_status,
      case when k % 3 = 0 then 'May I bring my sister? We come by train.' else '' end,
      'https://bench.example/joins/' || n || '-' || k, case when k % 10 <> 3 then e.published_at end,
      e.published_at + k * interval '1 hour'
    from (select id, published_at, row_number() over (order by id) - 1 as n from events) e,
      generate_series(0, (n * 7 % 30)::int - 1) k`;
}

async function addSession(sql: Sql): Promise<string> {
  const [session] = await sql<{ id: string }[]>`
    insert into sessions (id, account_id, user_agent, last_used_at, expires_at)
    select uuidv7(), md5('account0')::uuid, 'bench', now(), now() + interval '60 days' returning id`;
  return session!.id;
}
