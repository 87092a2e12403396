import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { saveEvent } from "./save";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

test("of two tabs that save at once, the later one is told", async ({ onTestFinished }) => {
  const { url, drop } = await createDatabase();
  const { db, close } = connect(url, { max: 10 });
  onTestFinished(async () => {
    await close();
    await drop();
  });
  const ada = actingAs(db, (await createIdentity(db)).id);
  const { id: eventId } = await saveEvent(
    ada,
    { eventId: randomUUID(), isNew: true, intent: "publish" },
    typed(),
  );

  const saved = await Promise.allSettled(
    ["one", "two", "three"].map((title) =>
      saveEvent(ada, { eventId, isNew: false, intent: "save" }, { ...typed({ title }), version: 0 }),
    ),
  );

  expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await kindsOf(db, eventId)).toEqual(["event.published", "event.updated"]);
});

test("a form sent ten times at once announces one event", async ({ onTestFinished }) => {
  const { url, drop } = await createDatabase();
  const { db, close } = connect(url, { max: 10 });
  onTestFinished(async () => {
    await close();
    await drop();
  });
  const ada = actingAs(db, (await createIdentity(db)).id);
  const form = { eventId: randomUUID(), isNew: true, intent: "publish" as const };

  const saved = await Promise.all(Array.from({ length: 10 }, () => saveEvent(ada, form, typed())));

  expect(new Set(saved.map(({ slug }) => slug)).size).toBe(1);
  expect(await kindsOf(db, form.eventId)).toEqual(["event.published"]);
});
