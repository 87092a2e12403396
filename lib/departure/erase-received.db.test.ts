import { expect } from "vitest";
import { receivedActivities } from "@/db/schema/activities";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { eraseReceived } from "./erase-received";

test("what was sent to somebody goes with them, but not what waits, nor what others got", async ({ db }) => {
  const ada = await createIdentity(db);
  const grace = await createIdentity(db);
  const base = { actorUri: "https://far.example/a", digest: "", type: "Create" };
  await db.insert(receivedActivities).values([
    {
      ...base,
      activityUri: "letter",
      body: { to: [ada.uri], object: { content: "Dear Ada" } },
      handledAt: now,
    },
    { ...base, activityUri: "waiting", body: { to: ada.uri } },
    { ...base, activityUri: "other", body: { to: grace.uri }, handledAt: now },
  ]);
  await eraseReceived({ db, actor: { kind: "system" }, now }, ada.uri);
  const left = await db.select({ name: receivedActivities.activityUri }).from(receivedActivities);
  expect(left.map(({ name }) => name).sort()).toEqual(["other", "waiting"]);
});
