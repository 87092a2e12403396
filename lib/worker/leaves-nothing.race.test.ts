import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { mails } from "@/db/schema/mails";
import { notificationSettings } from "@/db/schema/notification-settings";
import { secondFactors } from "@/db/schema/second-factors";
import { createDatabase } from "@/db/testing/database";
import { createAccount, createEvent, createIdentity as someone } from "@/db/testing/factories";
import { startLeaving } from "@/lib/accounts/leaving";
import { openSession } from "@/lib/accounts/session";
import { issueToken } from "@/lib/accounts/token";
import { type Context, inTransaction } from "@/lib/core/context";
import { requestExport } from "@/lib/departure/request-export";
import { keepTyped } from "@/lib/events/autosave";
import { cancelEvent } from "@/lib/events/cancel";
import { editEvent } from "@/lib/events/edit";
import type { EventInput } from "@/lib/events/input";
import { saveEvent } from "@/lib/events/save";
import { typed } from "@/lib/events/testing/typed";
import { createIdentity } from "@/lib/identities/create";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { updateIdentity } from "@/lib/identities/update";
import { record } from "@/lib/journal/record";
import { drawing } from "@/lib/media/testing/pictures";
import { fileReport } from "@/lib/moderation/report/file";
import { joinEvent } from "@/lib/participation/join";
import { leaveEvent } from "@/lib/participation/leave";
import { workerLogger } from "./logger";
import { taskList } from "./tasks";

/** Stands in everything that the person wrote; nobody else writes it. */
const WORD = "quinquireme";
const EMAIL = `${WORD}@example.org`;
const DAY = 86_400_000;

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;
const dataDir = mkdtempSync(join(tmpdir(), "carillon-nothing-"));

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", dataDir);
  database = await createDatabase();
  connection = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

test("of a deleted account nothing stays but what its identities were called", async () => {
  const { db } = connection;
  const account = await fill(db);
  await work();
  await db.insert(mails).values({ key: "waiting", body: { ...letter, to: EMAIL } });
  expect(await columnsWith(WORD)).toEqual(expect.arrayContaining(everywhere));
  expect(filesWith(/./).map((file) => file.split("/")[0])).toEqual(
    expect.arrayContaining(["exports", "media"]),
  );

  const ctx = acting(db, { kind: "account", accountId: account.id, role: "member" });
  await startLeaving(ctx, { proof: { typed: EMAIL } });
  await work();
  expect(await columnsWith(EMAIL)).toContain("public.accounts.email");
  await db.update(accounts).set({ leavesAt: new Date(Date.now() - 1) });
  await connection.sql`select graphile_worker.add_job('sweep')`;
  for (const _ of ["account", "identities", "pictures"]) await work();

  expect(await columnsWith(WORD)).toEqual([]);
  expect(await columnsWith("gone_o")).toEqual(["public.actors.handle", "public.actors.uri"]);
  expect(await columnsWith(account.id)).toEqual(["public.journal.payload"]);
  expect(filesWith(/./)).toEqual([]);
});

const letter = { subject: WORD, text: WORD, html: WORD, locale: "en" };

/** What of the person is where before, so that the search is known to find it. */
const everywhere = [
  ...["email", "new_email", "home_name", "application"].map((column) => `public.accounts.${column}`),
  ...["name", "summary", "summary_html"].map((column) => `public.actors.${column}`),
  ...["name", "value"].map((column) => `public.actor_fields.${column}`),
  ...["title", "description", "description_html", "place_name", "place_address", "online_url"].map(
    (column) => `public.events.${column}`,
  ),
  "public.account_tokens.data",
  "public.event_autosaves.values",
  "public.event_tags.tag",
  "public.external_logins.subject",
  "public.mails.body",
  "public.media.alt",
  "public.participations.message",
  "public.report_cases.copy",
  "public.reports.words",
  "public.sessions.user_agent",
];

function acting(db: Database, actor: Context["actor"]): Context {
  return { db, actor, now: new Date() };
}

/** Everything that the product can keep about somebody, with the word in all that can be written. */
async function fill(db: Database): Promise<Account> {
  const texts = { email: EMAIL, newEmail: `new.${EMAIL}`, homeName: WORD, application: WORD };
  const account = await createAccount(db, texts);
  const ctx = acting(db, { kind: "account", accountId: account.id, role: "member" });
  await openSession(ctx, account.id, `${WORD} browser`);
  await db
    .insert(externalLogins)
    .values({ issuer: "https://id.example", subject: WORD, accountId: account.id });
  await db.insert(secondFactors).values({ accountId: account.id, kind: "totp", secret: "sealed" });
  await issueToken(ctx, {
    kind: "finish_sign_up",
    accountId: null,
    hours: 1,
    data: { email: EMAIL, name: WORD },
  });
  await renewFeedToken(ctx);
  for (const handle of ["gone_one", "gone_other"]) await live(db, ctx, handle);
  await requestExport(ctx);
  await inTransaction(ctx, (tx) => record(tx, { kind: "account.password_changed", accountId: account.id }));
  return account;
}

/** What one identity does: shows itself, organises, announces, cancels, drafts, takes part, leaves. */
async function live(db: Database, account: Context, handle: string): Promise<void> {
  const looks = { name: `${WORD} ${handle}`, summary: `I am **${WORD}**` };
  const { id } = await createIdentity(account, { ...looks, handle, avatar: await photo() });
  const ctx = acting(db, { kind: "identity", actorId: id });
  const fields = [{ name: WORD, value: `https://${WORD}.example` }];
  await updateIdentity(ctx, id, { ...looks, avatar: await photo(), banner: await photo(), fields });
  await db.insert(notificationSettings).values({ actorId: id, kind: "update", byMail: false });
  await renewFeedToken(ctx);

  const own = await announce(ctx, "publish", { picture: await photo() });
  await editEvent(ctx, own.id, event({ picture: await photo(), placeName: `${WORD} again` }));
  await cancelEvent(ctx, (await announce(ctx, "publish")).id);
  await announce(ctx, "draft", { picture: await photo() });
  await keepTyped(ctx, { eventId: randomUUID(), version: 0, values: { title: WORD } });
  const past = new Date(Date.now() - 9 * DAY);
  await createEvent(db, {
    organizerId: id,
    title: WORD,
    startsAt: past,
    endsAt: new Date(past.getTime() + 1),
  });

  const stranger = await someone(db);
  const theirs = acting(db, { kind: "identity", actorId: stranger.id });
  await joinEvent(theirs, { eventId: own.id, message: "May I come?" });
  await fileReport(theirs, { uri: own.uri }, { category: "spam", words: "Spam" });
  const { uri } = await createEvent(db, { organizerId: stranger.id });
  await fileReport(ctx, { uri }, { category: "other", words: `This is no ${WORD}` });
  for (const leaves of [false, true]) {
    const { id: eventId } = await createEvent(db, { organizerId: stranger.id, joinMode: "approval" });
    await joinEvent(ctx, { eventId, message: `It is ${WORD}` });
    if (leaves) await leaveEvent(ctx, eventId);
  }
}

function announce(ctx: Context, intent: "publish" | "draft", values: Partial<EventInput> = {}) {
  return saveEvent(ctx, { eventId: randomUUID(), isNew: true, intent }, event(values));
}

function event(values: Partial<EventInput>): EventInput {
  const day = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
  return typed({
    title: `A ${WORD} sails`,
    description: `On the **${WORD}**`,
    startsAt: `${day}T19:00`,
    endsAt: `${day}T22:00`,
    placeName: WORD,
    placeAddress: WORD,
    onlineUrl: `https://${WORD}.example`,
    tags: [WORD],
    pictureAlt: WORD,
    ...values,
  });
}

async function photo(): Promise<File> {
  return new File([new Uint8Array(await drawing(300, 200).png().toBuffer())], "photo.png");
}

/** Works through all jobs that wait, whenever they were meant to run. */
async function work(): Promise<void> {
  await connection.sql`update graphile_worker._private_jobs set run_at = now()`;
  await runOnce({
    connectionString: database.url,
    taskList: taskList(() => acting(connection.db, { kind: "system" })),
    logger: workerLogger,
    noHandleSignals: true,
  });
}

/** All columns of all tables, those of the queue too, in which the text stands somewhere. */
async function columnsWith(text: string): Promise<string[]> {
  const { sql } = connection;
  const columns = await sql<{ schema: string; table: string; column: string }[]>`
    select table_schema as schema, table_name as table, column_name as column
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2, ordinal_position`;
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const hits = await sql`
      select 1 from ${sql(schema)}.${sql(table)} where ${sql(column)}::text ilike ${`%${text}%`} limit 1`;
    if (hits.length > 0) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}

/** Files in the data directory, but for mails that went out: without a mail server they are written there. */
function filesWith(name: RegExp): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("mail/"));
}
