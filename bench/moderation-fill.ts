import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { say } from "@/scripts/start/say";

/** How much there is of what in the database that pages of staff are measured on. */
const sizes = {
  cases: 10_000,
  entries: 1_000_000,
  events: 1_000_000,
  accounts: 200_000,
  remoteActors: 200_000,
  servers: 20_000,
  jobs: 1_000_000,
  mails: 1_000_000,
  held: 10_000,
};

/** Fills a migrated, empty database as large as a server may become in years. Needs a connection of its own. Answers with a moderator's id. */
export async function fillServer(db: Database): Promise<string> {
  // Nothing refers to what is not there: asking for every row would take most of the time.
  await db.execute(sql`set session_replication_role = replica`);
  await db.execute(sql`set statement_timeout = 0`);
  const [account] = await db
    .insert(accounts)
    .values({
      email: "linus@example.org",
      role: "administrator",
      locale: "en",
      zone: "UTC",
      confirmedAt: new Date(),
    })
    .returning();
  for (const [what, fill] of Object.entries(fills(account!.id))) {
    const before = performance.now();
    await db.execute(fill);
    say(`Wrote ${what} in ${((performance.now() - before) / 1000).toFixed(0)} s.`);
  }
  await db.execute(sql`set session_replication_role = origin`);
  await db.execute(sql`vacuum analyze`);
  await db.execute(sql`reset statement_timeout`);
  return account!.id;
}

const fills = (staffId: string): Record<string, SQL> => ({
  ...people,
  ...contents,
  ...work,
  cases: sql`
    insert into report_cases (id, kind, thing_id, actor_id, copy, report_count, reported_at)
    select gen_random_uuid(), 'identity', gen_random_uuid(), md5('far' || i % 2000)::uuid,
      '{"title":"x","text":"","html":"","url":"http://localhost/","at":null}', 1, now() - i * interval '1 minute'
    from generate_series(1, ${sizes.cases}::int) i`,
  reports: sql`
    insert into reports (id, case_id, category, words)
    select gen_random_uuid(), id,
      (array['spam','hateful','dangerous','misleading','illegal','other'])[1 + (random() * 5)::int]::report_category, 'x'
    from report_cases`,
  "the log": sql`
    insert into moderation_log (moderator_id, action, actor_id, reason, created_at)
    select ${staffId}::uuid, case when i % 50000 = 0 then 'account.revealed' else 'case.closed' end,
      md5('far' || i % 2000)::uuid, 'Against our rules', now() - (${sizes.entries}::int - i) * interval '1 minute'
    from generate_series(1, ${sizes.entries}::int) i`,
});

/** Of here: an identity each. Of elsewhere: ten a server, every thirteenth below another name. */
const people = {
  accounts: sql`
    insert into accounts (id, email, locale, zone, confirmed_at, suspended_at, created_at)
    select uuidv7(), 'person' || i || '@mail' || i % 50 || '.example', 'en', 'UTC',
      case when i % 20 > 0 then now() end, case when i % 500 = 0 then now() end, now() - i * interval '5 minutes'
    from generate_series(${sizes.accounts}::int, 1, -1) i`,
  identities: sql`
    insert into actors (id, kind, handle, uri, name)
    select md5('here' || i)::uuid, 'person', 'p' || i, 'http://localhost:3000/@p' || i, 'P ' || i
    from generate_series(0, ${sizes.accounts}::int - 1) i`,
  servers: sql`
    insert into servers (domain, software, failing_since, received_at, created_at)
    select ${domainOf(sql`i`)}, 'mobilizon', case when i % 50 = 0 then now() end, now() - i * interval '1 minute', now()
    from generate_series(0, ${sizes.servers}::int - 1) i`,
  "actors of elsewhere": sql`
    insert into actors (id, kind, handle, domain, uri, name)
    select md5('far' || i)::uuid, 'person', 'p' || i, ${domainOf(sql`i % ${sizes.servers}::int`)},
      'https://far.example/p' || i, 'P ' || i
    from generate_series(0, ${sizes.remoteActors}::int - 1) i`,
  follows: sql`
    insert into follows (id, follower_id, followed_id, uri)
    select gen_random_uuid(), md5('here' || i)::uuid, md5('far' || i)::uuid, 'http://localhost:3000/follows/' || i
    from generate_series(0, 199999) i`,
};

/** A fifth of the events are of elsewhere; a tenth is still to come. */
const contents = {
  events: sql`
    insert into events (id, slug, uri, domain, organizer_id, title, zone, starts_at, ends_at, published_at, held_at, created_at)
    select md5('event' || i)::uuid, 'event-' || i, 'http://localhost:3000/events/' || i,
      case when i % 5 = 0 then ${domainOf(sql`i / 5 % ${sizes.servers}::int`)} end,
      md5(case when i % 5 = 0 then 'far' else 'here' end || i / 5 % 200000)::uuid, 'Event ' || i, 'UTC', start,
      start + interval '2 hours', case when i > ${sizes.held}::int / 5 then least(start, now()) end,
      case when i <= ${sizes.held}::int / 5 then now() - i * interval '1 minute' end, least(start, now())
    from generate_series(1, ${sizes.events}::int) i,
      lateral (select now() + (i % 10000 - 9000) * interval '1 hour' as start) times`,
  comments: sql`
    insert into comments (id, uri, event_id, author_id, source, html, status, held_at)
    select gen_random_uuid(), 'http://localhost:3000/comments/' || i, md5('event' || 5000 + i)::uuid,
      md5('here' || i)::uuid, 'Hello', '<p>Hello</p>',
      (case when i <= ${sizes.held}::int * 4 / 5 then 'waiting' else 'visible' end)::comment_status,
      case when i <= ${sizes.held}::int * 4 / 5 then now() - i * interval '1 minute' end
    from generate_series(1, 200000) i`,
  answers: sql`
    insert into participations (id, event_id, actor_id, status, uri)
    select gen_random_uuid(), md5('event' || i % 100000)::uuid, md5('here' || i % 199999)::uuid, 'approved',
      'http://localhost:3000/joins/' || i
    from generate_series(1, 500000) i on conflict do nothing`,
  pictures: sql`
    insert into media (id, name, kind, status, width, height, widths, bytes)
    select gen_random_uuid(), 'picture' || i, 'picture', 'ready', 1600, 900, '{480,960,1600}', 200000 + i % 100000
    from generate_series(1, 300000) i`,
};

/** Jobs that failed are the oldest, so that a list of them has to pass all others; half of the others are for later. */
const work = {
  tasks: sql`insert into graphile_worker._private_tasks (identifier) values ('deliver'), ('hear'), ('send-mail')
    on conflict do nothing`,
  jobs: sql`
    insert into graphile_worker._private_jobs (task_id, payload, priority, run_at, attempts, max_attempts, last_error)
    select (select id from graphile_worker._private_tasks
        where identifier = (array['deliver', 'hear', 'send-mail'])[1 + i % 3]),
      '{"domain":"far.example"}', case when i % 7 = 0 then 10 else 0 end, now() + (i % 1000 - 500) * interval '1 minute',
      case when i > 100000 then 0 when i % 2 = 0 then 25 else 3 end, 25,
      case when i <= 100000 then 'Error: connect ECONNREFUSED 192.0.2.1:443' end
    from generate_series(1, ${sizes.jobs}::int) i`,
  mails: sql`
    insert into mails (id, key, body, sent_at, created_at)
    select uuidv7(), 'comment:' || i,
      case when i % 10 > 6 then '{"to":"grace@example.org","subject":"x","text":"x","html":"x","locale":"en"}'::jsonb end,
      case when i % 10 < 6 then now() - (${sizes.mails}::int - i) * interval '100 milliseconds' end,
      now() - (${sizes.mails}::int - i) * interval '100 milliseconds'
    from generate_series(1, ${sizes.mails}::int) i`,
  deliveries: sql`
    insert into deliveries (sent_activity_id, inbox, domain)
    select gen_random_uuid(), 'https://far.example/inbox', ${domainOf(sql`i % ${sizes.servers}::int`)}
    from generate_series(1, 100000) i`,
  "received activities": sql`
    insert into received_activities (id, actor_uri, activity_uri, digest, type, body, outcome, received_at)
    select uuidv7(), 'https://far.example/p', 'https://far.example/a' || i, 'x', 'Create', '{}',
      (case when i % 10 = 0 then 'unknown' else 'handled' end)::received_outcome, now() - i * interval '1 second'
    from generate_series(1, 300000) i`,
};

/** The name of the server with this number. */
function domainOf(number: SQL): SQL {
  return sql`case when ${number} % 13 = 0 then 's' || ${number} || '.below.example' else 's' || ${number} || '.example' end`;
}
