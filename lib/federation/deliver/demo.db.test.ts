import { expect, vi } from "vitest";
import { deliveries } from "@/db/schema/activities";
import { test } from "@/db/testing/test";
import { farServer } from "./testing/far-server";

vi.stubEnv("DEMO", "1");

const there = farServer();

test("of a demonstration nothing is delivered to another machine, and nothing waits for it", async ({
  db,
}) => {
  const { far, say } = await there.begin(db);
  await say("one", [await far("grace")]);
  await there.deliver(db);
  expect(there.arrived).toEqual([]);
  expect(await db.select().from(deliveries)).toEqual([]);
});
