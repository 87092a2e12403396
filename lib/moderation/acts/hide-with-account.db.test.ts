import { asc, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, createComment, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listThreads } from "@/lib/comments/queries";
import { countUpcoming, listUpcoming } from "@/lib/events/cards";
import { createIdentity as makeIdentity } from "@/lib/identities/create";
import { findProfile } from "@/lib/identities/queries";
import { findCase } from "../cases/find";
import { listLog } from "../log/list";
import { isOutWithAccount } from "../log/with-account";
import { accountOf, later, reported } from "../testing/cases";
import { lockAccount, openAccount } from "./lock-account";
import { suspendReported, unsuspendReported } from "./suspend";

const reason = "The same shoes under five names";

/** An account with three identities that each announced something and spoke; a case about the first of them. */
async function spammer(db: Database) {
  const account = await createAccount(db);
  const elsewhere = await createEvent(db, { title: "Choir" });
  const names = ["ada", "grace", "ken"] as const;
  const faces = await Promise.all(
    names.map(async (handle) => {
      const identity = await createIdentity(db, { account, handle, name: handle });
      const event = await createEvent(db, { organizerId: identity.id, title: `Shoes of ${handle}` });
      await createComment(db, elsewhere, { authorId: identity.id });
      return { ...identity, event };
    }),
  );
  const caseOf = async (name: string) => (await reported(db, { kind: "identity", name })).id;
  const moderator = await accountOf(db, "moderator");
  return { account, faces, elsewhere, moderator, caseOf, caseId: await caseOf("ada") };
}

/** Who of them is seen, with what they announced and said. */
async function inSight(db: Database) {
  const seen = await Promise.all(
    ["ada", "grace", "ken"].map(async (handle) => ((await findProfile(db, handle)) ? handle : null)),
  );
  const cards = await listUpcoming(db, now);
  const titles = cards.map(({ event }) => event.title).filter((title) => title !== "Choir");
  expect(await countUpcoming(db, now)).toBe(cards.length);
  const choir = cards.find(({ event }) => event.title === "Choir")!.event;
  const said = await listThreads(db, { eventId: choir.id, page: 1 });
  const handles = seen.filter((handle) => handle !== null);
  expect(said.total).toBe(handles.length);
  expect(titles.toSorted()).toEqual(handles.map((handle) => `Shoes of ${handle}`));
  return handles;
}

const rowOf = async (db: Database, { id }: Pick<Account, "id">) =>
  (await db.select().from(accounts).where(eq(accounts.id, id)))[0]!;

describe("lockAccount that hides", () => {
  test("takes all of its identities and what they announced out of sight, and brings exactly that back", async ({
    db,
  }) => {
    const { account, faces, moderator, caseId } = await spammer(db);
    const before = {
      actors: await db.select().from(actors).orderBy(asc(actors.id)),
      events: await db.select().from(events).orderBy(asc(events.id)),
    };
    for (const _ of [1, 2]) await lockAccount(moderator, { caseId, reason, hides: true });
    expect(await inSight(db)).toEqual([]);
    const gone = await db.select().from(actors).where(eq(actors.id, faces[2]!.id));
    expect(gone).toMatchObject([{ deletedAt: now, suspendedAt: now, suspendedUntil: null }]);
    expect(await rowOf(db, account)).toMatchObject({ suspendedAt: now, hiddenAt: now });

    for (const _ of [1, 2]) await openAccount(later(moderator, 29.9), { caseId, reason });
    expect(await inSight(db)).toEqual(["ada", "grace", "ken"]);
    expect(await rowOf(db, account)).toMatchObject({ suspendedAt: null, hiddenAt: null });
    expect(await db.select().from(actors).orderBy(asc(actors.id))).toEqual(before.actors);
    expect(await db.select().from(events).orderBy(asc(events.id))).toEqual(before.events);
  });

  test("without hiding, nothing that others can see tells that anything was done", async ({ db }) => {
    const { moderator, caseId, account } = await spammer(db);
    const seen = async () => [
      await db.select().from(actors).orderBy(asc(actors.id)),
      await db.select().from(events).orderBy(asc(events.id)),
      await db.select().from(comments).orderBy(asc(comments.id)),
    ];
    const before = await seen();
    await lockAccount(moderator, { caseId, reason });
    expect(await seen()).toEqual(before);
    expect(await rowOf(db, account)).toMatchObject({ suspendedAt: now, hiddenAt: null });
    const about = (await db.select().from(journal)).filter(({ kind }) => kind.startsWith("identity."));
    expect(about).toEqual([]);
    expect(await inSight(db)).toEqual(["ada", "grace", "ken"]);
  });

  test("leaves alone whom moderators suspended for themselves, before or since", async ({ db }) => {
    const { moderator, caseId, caseOf } = await spammer(db);
    const [graces, kens] = [await caseOf("grace"), await caseOf("ken")];
    await suspendReported(moderator, { caseId: graces, reason, span: null });
    await lockAccount(moderator, { caseId, reason, hides: true });
    await suspendReported(moderator, { caseId: kens, reason, span: null });
    expect(await inSight(db)).toEqual([]);
    await openAccount(moderator, { caseId, reason });
    expect(await inSight(db)).toEqual(["ada"]);
    await unsuspendReported(moderator, { caseId: kens, reason });
    expect(await inSight(db)).toEqual(["ada", "ken"]);
  });

  test("one of them can be brought back alone, and stays when the account is opened or not", async ({
    db,
  }) => {
    const { account, moderator, caseId, caseOf } = await spammer(db);
    const kens = await caseOf("ken");
    await lockAccount(moderator, { caseId, reason, hides: true });
    expect(await findCase(moderator, kens)).toMatchObject({
      isWithAccount: true,
      account: { isLocked: true, isHidden: true },
    });
    await unsuspendReported(moderator, { caseId: kens, reason });
    expect(await inSight(db)).toEqual(["ken"]);
    expect(await rowOf(db, account)).toMatchObject({ suspendedAt: now });
    expect(await findCase(moderator, kens)).toMatchObject({ isWithAccount: false });
    expect(await isOutWithAccount(moderator, "ken")).toBe(false);
    expect(await isOutWithAccount(moderator, "@Grace")).toBe(true);
    const asked = isOutWithAccount(await accountOf(db, "member"), "grace");
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    await openAccount(moderator, { caseId: kens, reason });
    expect(await inSight(db)).toEqual(["ada", "grace", "ken"]);
  });

  test("opens no more when what went with it is deleted", async ({ db }) => {
    const { account, moderator, caseId } = await spammer(db);
    await lockAccount(moderator, { caseId, reason, hides: true });
    const open = openAccount(later(moderator, 30.1), { caseId, reason });
    await expect(open).rejects.toMatchObject({ reason: "undo_over" });
    expect(await rowOf(db, account)).toMatchObject({ suspendedAt: now, hiddenAt: now });
  });

  test("no identity is made in it by a request that was under way", async ({ db }) => {
    const { account, moderator, caseId } = await spammer(db);
    await lockAccount(moderator, { caseId, reason, hides: true });
    const actor = { kind: "account", accountId: account.id, role: "member" } as const;
    const make = makeIdentity({ db, actor, now }, { handle: "mary", name: "Mary" });
    await expect(make).rejects.toMatchObject({ reason: "account_suspended" });
  });
});

test("what is written down ties no identity to another, or to the account", async ({ db }) => {
  const { account, faces, moderator, caseId, caseOf } = await spammer(db);
  const cases = [caseId, await caseOf("grace"), await caseOf("ken")];
  await lockAccount(moderator, { caseId, reason, hides: true });
  await openAccount(moderator, { caseId, reason });

  const names = faces.map(({ id, handle, uri, event }) => [id, `"${handle}"`, uri, event.id]);
  const tellsOf = (row: unknown) =>
    names.filter((own) => own.some((name) => JSON.stringify(row).includes(name)));
  const rows = await db.select().from(moderationLog);
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(tellsOf(row)).toEqual([names[0]]);
    expect(row.accountId).toBeNull();
  }
  for (const fact of await db.select().from(journal)) {
    expect(tellsOf(fact).length).toBeLessThanOrEqual(1);
    const payload = JSON.stringify(fact.payload);
    if (fact.kind.startsWith("identity.")) expect(payload).not.toMatch(/logId|accountId/);
    if (fact.kind.startsWith("account.")) expect(tellsOf(fact)).toEqual([]);
  }
  for (const [index, id] of cases.entries())
    for (const shown of [await findCase(moderator, id), await listLog(moderator, { caseId: id })]) {
      const told = tellsOf(shown).filter((own) => own !== names[index]);
      expect(told).toEqual([]);
      expect(JSON.stringify(shown)).not.toContain(account.id);
    }
  const hiding = await db.execute(
    sql`select count(*)::int as n from ${moderationLog} where actor_id = ${faces[1]!.id}`,
  );
  expect(hiding).toEqual([{ n: 0 }]);
});
