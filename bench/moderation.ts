import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect, type Database } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { countCases, listCases } from "@/lib/moderation/cases/list";
import { listLog } from "@/lib/moderation/log/list";
import { type Run, run } from "@/scripts/start/run";
import type { Ask } from "./million-asks";
import { printHead, printTimes, time } from "./million-times";

const CASES = 10_000;
const ENTRIES = 1_000_000;
const AIM = 100;

/** `npm run bench:moderation`: pages of a queue of 10,000 reports and of a log of a million lines, near and far, filtered. */
async function benchModeration({ atEnd, signal }: Run): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded(dataDir);
  atEnd(server.stop);
  await migrateDatabase(server.url);
  const { db, close } = connect(server.url);
  atEnd(close);

  const staff = await fill(db);
  printHead();
  await time(db, asksOf(staff), { rounds: 50, signal, told: printTimes });
}

async function fill(db: Database): Promise<Context> {
  const [account] = await db
    .insert(accounts)
    .values({ email: "linus@example.org", role: "moderator", locale: "en", zone: "UTC" })
    .returning();
  await db.execute(sql`
    insert into actors (id, kind, handle, domain, uri, name)
    select gen_random_uuid(), 'person', 'p' || n, 'far.example', 'https://far.example/p' || n, 'P ' || n
    from generate_series(1, 2000) n`);
  await db.execute(sql`
    with people as (select id, row_number() over () as n from actors)
    insert into report_cases (id, kind, thing_id, actor_id, copy, report_count, reported_at)
    select gen_random_uuid(), 'identity', gen_random_uuid(), people.id,
      '{"title":"x","text":"","html":"","url":"http://localhost/","at":null}', 1, now() - s.i * interval '1 minute'
    from generate_series(1, ${CASES}::int) s(i) join people on people.n = 1 + s.i % 2000`);
  await db.execute(sql`
    insert into reports (id, case_id, category, words)
    select gen_random_uuid(), id,
      (array['spam','hateful','dangerous','misleading','illegal','other'])[1 + (random() * 5)::int]::report_category, 'x'
    from report_cases`);
  await db.execute(sql`
    with people as (select id, row_number() over () as n from actors)
    insert into moderation_log (moderator_id, action, actor_id, reason, created_at)
    select ${account!.id}::uuid, case when s.i % 50000 = 0 then 'account.revealed' else 'case.closed' end,
      people.id, 'Against our rules', now() - (${ENTRIES}::int - s.i) * interval '1 minute'
    from generate_series(1, ${ENTRIES}::int) s(i) join people on people.n = 1 + s.i % 2000
    order by s.i`);
  await db.execute(sql`vacuum analyze`);
  return { db, now: new Date(), actor: { kind: "account", accountId: account!.id, role: "moderator" } };
}

function asksOf(staff: Context): Ask[] {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);
  const far = { id: "00000000-0000-4000-8000-000000000000", reportedAt: day(6.9) };
  const ask = (name: string, read: () => Promise<unknown>): Ask => ({ name, aim: AIM, ask: read });
  return [
    ask("queue, first page", () => listCases(staff, { tab: "open" })),
    ask("queue, last page", () => listCases(staff, { tab: "open", after: far })),
    ask("queue, one category", () => listCases(staff, { tab: "open", category: "illegal" })),
    ask("queue, none of a kind", () => listCases(staff, { tab: "open", kind: "comment" })),
    ask("queue, counted", () => countCases(staff)),
    ask("log, first page", () => listLog(staff, {})),
    ask("log, last page", () => listLog(staff, { before: 50 })),
    ask("log, a rare action", () => listLog(staff, { action: "account.revealed" })),
    ask("log, about one person", () => listLog(staff, { handle: "p7@far.example" })),
    ask("log, a day two years ago", () => listLog(staff, { from: day(650), until: day(649) })),
    ask("log, one person on that day", () =>
      listLog(staff, { handle: "p7@far.example", from: day(650), until: day(649) }),
    ),
  ];
}

await run(benchModeration);
