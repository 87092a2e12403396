import { eq, inArray, isNull } from "drizzle-orm";
import { expect } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { tombstones } from "@/db/schema/tombstones";
import {
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { lockOwn } from "@/lib/identities/own";
import { setDefaultIdentity } from "@/lib/identities/set-default";
import { lockAccount, openAccount } from "@/lib/moderation/acts/lock-account";
import { removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported, unsuspendReported } from "@/lib/moderation/acts/suspend";
import { accountOf, later, reported } from "@/lib/moderation/testing/cases";
import { endModerated } from "./end-moderated";
import { eraseAccount } from "./erase-account";
import { eraseIdentity } from "./erase-identity";
import { sweepDepartures } from "./sweep";

const reason = "Against our rules";
const system = (db: Context["db"]): Context => ({ db, actor: { kind: "system" }, now });

test("brings back whose suspension is over, and not before", async ({ db }) => {
  const event = await createEvent(db);
  const { id: caseId } = await reported(db, { kind: "event", name: event.slug });
  await suspendReported(await accountOf(db, "moderator"), { caseId, reason, span: 7 });
  await endModerated(later(system(db), 6.9));
  expect(await db.$count(events, eq(events.removal, "suspension"))).toBe(1);
  await endModerated(later(system(db), 7));
  expect(await db.select().from(events)).toEqual([event]);
  expect(await db.$count(actors, eq(actors.id, event.organizerId))).toBe(1);
});

test("deletes what was taken away a month ago, and leaves what was put back or is fresh", async ({ db }) => {
  const moderator = await accountOf(db, "moderator");
  const event = await createEvent(db);
  const comment = await createComment(db, await createEvent(db));
  for (const named of [
    { kind: "event", name: event.slug },
    { kind: "comment", name: comment.id },
  ] as const)
    await removeReported(moderator, { caseId: (await reported(db, named)).id, reason });

  await endModerated(later(system(db), 29));
  await sweepDepartures(later(system(db), 29));
  expect(await db.$count(events, eq(events.id, event.id))).toBe(1);
  await endModerated(later(system(db), 31));
  expect(await db.$count(events, eq(events.id, event.id))).toBe(0);
  expect(await db.$count(comments)).toBe(0);
  expect((await db.select().from(tombstones)).map(({ uri }) => uri).toSorted()).toEqual(
    [event.uri, comment.uri].toSorted(),
  );
});

test("takes a suspended identity away from its account for good; the last one goes with the account", async ({
  db,
}) => {
  const moderator = await accountOf(db, "moderator");
  const account = await createAccount(db);
  const [one, another] = [await createIdentity(db, { account }), await createIdentity(db, { account })];
  const owner = {
    db,
    now,
    actor: { kind: "account" as const, accountId: account.id, role: "member" as const },
  };
  await setDefaultIdentity(owner, one.id);
  const far = await createRemoteActor(db);
  const suspend = async (id: string, name: string) => {
    const { id: caseId } = await reported(db, { kind: "identity", name });
    await suspendReported(moderator, { caseId, reason, span: null });
    return id;
  };
  await suspend(one.id, one.handle);
  await suspend(far.id, `${far.handle}@far.example`);
  await endModerated(later(system(db), 31));
  expect(await lockOwn(owner, account.id)).toEqual([{ actorId: another.id, isDefault: true }]);
  expect(await db.select().from(actors).where(eq(actors.id, one.id))).toMatchObject([{ suspendedAt: null }]);
  const jobs = await db.execute<{ key: string }>("select key from graphile_worker.jobs order by key");
  const keys = jobs.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([`erase-identity:${one.id}`, `forget-actor:${far.id}`]));

  await suspend(another.id, another.handle);
  await endModerated(later(system(db), 62));
  const [left] = await db.select().from(accounts).where(eq(accounts.id, account.id));
  expect(left?.leavesAt).toEqual(later(system(db), 62).now);
});

/** An account out of sight with two identities, one of which may be suspended for itself before. */
async function hidden(db: Context["db"], span?: number) {
  const moderator = await accountOf(db, "moderator");
  const account = await createAccount(db);
  const [one, another] = [await createIdentity(db, { account }), await createIdentity(db, { account })];
  const [{ id: caseId }, { id: others }] = [
    await reported(db, { kind: "identity", name: one.handle }),
    await reported(db, { kind: "identity", name: another.handle }),
  ];
  if (span) await suspendReported(moderator, { caseId: others, reason, span });
  await lockAccount(moderator, { caseId, reason, hides: true });
  const seen = async () => {
    const rows = await db.select({ id: actors.id }).from(actors).where(isNull(actors.deletedAt));
    return [one, another].map(({ id }) => rows.some((row) => row.id === id));
  };
  const find = async () => (await db.select().from(accounts).where(eq(accounts.id, account.id)))[0];
  return { moderator, account, one, another, caseId, others, seen, find };
}

test("an account that is out of sight goes after a month with all its identities", async ({ db }) => {
  const { account, one, another, seen, find } = await hidden(db);
  await endModerated(later(system(db), 29.9));
  await sweepDepartures(later(system(db), 29.9));
  expect(await find()).toMatchObject({ leavesAt: null });
  const over = later(system(db), 30.1);
  await endModerated(over);
  expect(await find()).toMatchObject({ leavesAt: over.now });
  await eraseAccount(over, account.id);
  expect(await find()).toBeUndefined();
  for (const { id } of [one, another]) await eraseIdentity(over, id);
  const rows = await db
    .select()
    .from(actors)
    .where(inArray(actors.id, [one.id, another.id]));
  expect(rows).toMatchObject([
    { name: "", suspendedAt: null, deletedAt: over.now },
    { name: "", suspendedAt: null, deletedAt: over.now },
  ]);
  expect(await seen()).toEqual([false, false]);
});

test("one that was brought back alone stays, with the account", async ({ db }) => {
  const { moderator, account, another, others, seen, find, caseId } = await hidden(db);
  await unsuspendReported(moderator, { caseId: others, reason });
  await endModerated(later(system(db), 31));
  expect(await find()).toMatchObject({ leavesAt: null });
  expect(await lockOwn(moderator, account.id)).toMatchObject([{ actorId: another.id }]);
  await expect(openAccount(later(moderator, 31), { caseId, reason })).rejects.toMatchObject({
    reason: "account_not_found",
  });
  await openAccount(later(moderator, 31), { caseId: others, reason });
  expect(await find()).toMatchObject({ suspendedAt: null, hiddenAt: null });
  expect(await seen()).toEqual([false, true]);
});

test("whose own suspension is over stays out of sight with the account, and comes back with it", async ({
  db,
}) => {
  const { moderator, caseId, seen } = await hidden(db, 7);
  await endModerated(later(system(db), 8));
  expect(await seen()).toEqual([false, false]);
  await openAccount(later(moderator, 9), { caseId, reason });
  expect(await seen()).toEqual([true, true]);
});

test("whose own suspension lasts longer than the account is deleted with it when that is over", async ({
  db,
}) => {
  const { find, account, moderator, another } = await hidden(db, 90);
  await endModerated(later(system(db), 31));
  expect(await lockOwn(moderator, account.id)).toMatchObject([{ actorId: another.id }]);
  expect(await find()).toMatchObject({ leavesAt: null });
  await endModerated(later(system(db), 90));
  expect(await find()).toMatchObject({ leavesAt: later(system(db), 90).now });
});
