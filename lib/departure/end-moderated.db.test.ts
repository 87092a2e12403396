import { eq } from "drizzle-orm";
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
import { removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported } from "@/lib/moderation/acts/suspend";
import { accountOf, later, reported } from "@/lib/moderation/testing/cases";
import { endModerated } from "./end-moderated";
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
