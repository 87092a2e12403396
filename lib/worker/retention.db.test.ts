import { expect } from "vitest";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { receivedActivities } from "@/db/schema/activities";
import { events } from "@/db/schema/events";
import { instanceSettings } from "@/db/schema/instance";
import { mails } from "@/db/schema/mails";
import { createAccount, createEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findSession, openSession } from "@/lib/accounts/session";
import { sweepActivities } from "@/lib/federation/inbox/sweep";
import { sweepMails } from "@/lib/mail/sweep";
import { forgetOver } from "@/lib/participation/forget-over";

const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });
const choose = (db: Database, data: Record<string, number>) => db.insert(instanceSettings).values({ data });

test("what other servers sent and nobody understood is kept as long as administrators chose", async ({
  db,
}) => {
  await choose(db, { keepUnreadDays: 20 });
  const base = { actorUri: "https://far.example/a", digest: "", type: "Like", body: {} };
  const received = [19, 21].map((age) => ({ ...base, activityUri: `${age}`, receivedAt: days(-age) }));
  await db
    .insert(receivedActivities)
    .values(received.map((row) => ({ ...row, outcome: "unknown" as const })));
  await sweepActivities(system(db));
  expect(await db.select().from(receivedActivities)).toMatchObject([{ activityUri: "19" }]);
});

test("so are mails, or that there were any", async ({ db }) => {
  await choose(db, { keepMailDays: 30 });
  await db
    .insert(mails)
    .values([29, 31].map((age) => ({ key: `${age}`, sentAt: now, createdAt: days(-age) })));
  await sweepMails(system(db));
  expect(await db.select().from(mails)).toMatchObject([{ key: "29" }]);
});

test("so are sessions that nobody uses, each time they are used", async ({ db }) => {
  await choose(db, { keepSessionDays: 3 });
  const { id } = await createAccount(db);
  const session = await openSession(system(db), id, "A browser");
  expect(await db.select().from(sessions)).toMatchObject([{ expiresAt: days(3) }]);
  expect(await findSession({ db, now: days(2) }, session)).toMatchObject({ accountId: id });
  expect(await db.select().from(sessions)).toMatchObject([{ expiresAt: days(5) }]);
  expect(await findSession({ db, now: days(6) }, session)).toBeNull();
});

test("so is who took part, whatever the hosts chose before", async ({ db }) => {
  await choose(db, { keepAnswersDays: 10 });
  for (const age of [9, 11])
    await createEvent(db, {
      title: `${age}`,
      startsAt: days(-age - 1),
      endsAt: days(-age),
      retentionDays: 30,
    });
  await forgetOver(system(db));
  const forgotten = (await db.select().from(events)).filter(({ participantsForgottenAt: at }) => at);
  expect(forgotten.map(({ title }) => title)).toEqual(["11"]);
});
