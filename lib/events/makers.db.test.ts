import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { actingAs, createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { type InstanceSettings, updateInstance } from "@/lib/instance/settings";
import { createDraft } from "./draft";
import { editEvent } from "./edit";
import { publishEvent } from "./publish";
import { publishDue } from "./schedule";
import { typed } from "./testing/typed";

async function set(db: Database, changes: Partial<InstanceSettings>) {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  await updateInstance({ db, actor: { kind: "account", accountId, role: "administrator" }, now }, changes);
}

async function memberOf(db: Database, days: number, role: "member" | "moderator" = "member") {
  const createdAt = new Date(now.getTime() - days * 86_400_000);
  const account = await createAccount(db, { createdAt, role });
  return actingAs(db, (await createIdentity(db, { account })).id);
}

const refusal = { code: "forbidden", reason: "events_not_for_you" };

describe("where administrators decided who announces events", () => {
  test("accounts do once they have been there for a while", async ({ db }) => {
    await set(db, { eventMakers: "established", eventMakersDays: 3 });
    await expect(createDraft(await memberOf(db, 2), typed())).rejects.toMatchObject(refusal);
    expect(await createDraft(await memberOf(db, 3), typed())).toMatchObject({ title: "Repair café" });
  });

  test("staff alone do, and what was announced before is still changed by its hosts", async ({ db }) => {
    const ada = await memberOf(db, 900);
    const announced = await createEvent(db, { organizerId: ada.actor.actorId });
    const draft = await createDraft(ada, typed());
    await set(db, { eventMakers: "staff" });
    await expect(createDraft(ada, typed())).rejects.toMatchObject(refusal);
    await expect(publishEvent(ada, draft.id)).rejects.toMatchObject(refusal);
    expect(await editEvent(ada, announced.id, typed({ title: "Another" }))).toMatchObject({
      title: "Another",
    });
    const linus = await memberOf(db, 0, "moderator");
    expect(await publishEvent(linus, (await createDraft(linus, typed())).id)).toMatchObject({
      publishAt: null,
    });
  });

  test("a draft that was to publish itself stays one, and its organiser hears why", async ({ db }) => {
    const ada = await memberOf(db, 1);
    const draft = await createDraft(ada, typed());
    await db.update(events).set({ publishAt: now }).where(eq(events.id, draft.id));
    await set(db, { eventMakers: "staff" });
    await publishDue({ db, actor: { kind: "system" }, now }, draft.id);
    const told = await db.select().from(journal).where(eq(journal.kind, "event.not_published"));
    expect(told).toMatchObject([{ payload: { reasons: ["events_not_for_you"] } }]);
  });
});

test("no host keeps longer who took part than administrators let them", async ({ db }) => {
  await set(db, { keepAnswersDays: 20 });
  const ada = await memberOf(db, 1);
  expect(await createDraft(ada, typed({ retentionDays: 30 }))).toMatchObject({ retentionDays: 20 });
  expect(await createDraft(ada, typed({ retentionDays: 7 }))).toMatchObject({ retentionDays: 7 });
});
