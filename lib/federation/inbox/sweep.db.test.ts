import { expect } from "vitest";
import { deliveries, receivedActivities, sentActivities } from "@/db/schema/activities";
import { tombstones } from "@/db/schema/tombstones";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { sweepActivities, sweepMarks } from "./sweep";

const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("what was handled goes after two days, what was not understood or not allowed after seven", async ({
  db,
}) => {
  const base = { actorUri: "https://far.example/a", digest: "", type: "Like", body: {} };
  const outcomes = ["handled", "ignored", "refused", "unknown", null] as const;
  await db.insert(receivedActivities).values(
    outcomes.flatMap((outcome) =>
      [1, 3, 8].map((days) => ({
        ...base,
        activityUri: `${outcome} ${days}`,
        outcome,
        receivedAt: ago(days),
      })),
    ),
  );
  await sweepActivities({ db, actor: { kind: "system" }, now });
  const left = await db.select({ name: receivedActivities.activityUri }).from(receivedActivities);
  expect(left.map(({ name }) => name).sort()).toEqual([
    ...["handled 1", "ignored 1", "null 1", "null 3"],
    ...["refused 1", "refused 3", "unknown 1", "unknown 3"],
  ]);
});

test("what was said goes a month after it reached everybody", async ({ db }) => {
  const { id: actorId } = await createIdentity(db);
  const said = (uri: string, days: number) => ({ uri, actorId, body: "{}", createdAt: ago(days) });
  const rows = await db
    .insert(sentActivities)
    .values([said("new", 29), said("waiting", 31), said("old", 31)])
    .returning();
  const waiting = { sentActivityId: rows[1]!.id, inbox: "https://far.example/inbox", domain: "far.example" };
  await db.insert(deliveries).values(waiting);
  await sweepActivities({ db, actor: { kind: "system" }, now });
  const left = await db.select({ uri: sentActivities.uri }).from(sentActivities);
  expect(left.map(({ uri }) => uri).sort()).toEqual(["new", "waiting"]);
});

test("marks of what was never here go when their time is over; those of what was here stay", async ({
  db,
}) => {
  const forgetAt = [null, ago(-1), now, ago(400)];
  const marks = forgetAt.map((at, index) => ({ uri: `https://far.example/${index}`, forgetAt: at }));
  const old = Array.from({ length: 5001 }, (_, index) => ({
    uri: `https://far.example/old/${index}`,
    forgetAt: ago(1),
  }));
  await db.insert(tombstones).values([...marks, ...old].map((mark) => ({ ...mark, deletedAt: ago(500) })));
  await sweepMarks({ db, actor: { kind: "system" }, now });
  const left = await db.select({ uri: tombstones.uri }).from(tombstones);
  expect(left.map(({ uri }) => uri).sort()).toEqual(["https://far.example/0", "https://far.example/1"]);
});
