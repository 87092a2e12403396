import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { actingAs, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findNewTyped, findTyped, forgetTyped, keepTyped } from "./autosave";
import { createDraft } from "./draft";
import { saveEvent } from "./save";
import { typed } from "./testing/typed";

const form = (eventId: string, title = "Half a title") => ({ eventId, version: 0, values: { title } });

describe("keepTyped", () => {
  test("keeps the last of what somebody typed about an event, also one that does not exist yet", async ({
    db,
  }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const eventId = randomUUID();
    await keepTyped(ada, form(eventId, "Rep"));
    await keepTyped(ada, form(eventId, "Repair"));
    const kept = await findTyped(db, eventId, [ada.actor.actorId]);
    expect(kept).toMatchObject({ values: { title: "Repair" }, savedAt: now });
    expect(await findNewTyped(db, [ada.actor.actorId])).toMatchObject({ eventId });
    await createDraft(ada, typed(), eventId);
    expect(await findNewTyped(db, [ada.actor.actorId])).toBeNull();
  });

  test("is for those who manage the event, and shows each their own", async ({ db }) => {
    const event = await createEvent(db, { publishedAt: null });
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await keepTyped(actingAs(db, event.organizerId), form(event.id));
    expect(await findTyped(db, event.id, [stranger.actor.actorId])).toBeNull();
    await expect(keepTyped(stranger, form(event.id))).rejects.toMatchObject({ code: "forbidden" });
    const nobody = { ...stranger, actor: { kind: "anonymous" as const } };
    await expect(keepTyped(nobody, form(randomUUID()))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses what no form holds, and keeps the newest twenty forms", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const much = keepTyped(ada, form(randomUUID(), "x".repeat(200_001)));
    await expect(much).rejects.toMatchObject({ reason: "typed_too_much" });
    const ids = Array.from({ length: 22 }, () => randomUUID());
    for (const [n, id] of ids.entries())
      await keepTyped({ ...ada, now: new Date(now.getTime() + n) }, form(id));
    expect(await db.$count(eventAutosaves)).toBe(20);
    expect(await findTyped(db, ids[1]!, [ada.actor.actorId])).toBeNull();
    expect(await findTyped(db, ids[2]!, [ada.actor.actorId])).not.toBeNull();
  });
});

test("what was typed is forgotten when it is saved or thrown away", async ({ db }) => {
  const ada = actingAs(db, (await createIdentity(db)).id);
  const draft = await createDraft(ada, typed());
  for (const end of [
    () => saveEvent(ada, { eventId: draft.id, isNew: false, intent: "draft" }, typed()),
    () => forgetTyped(ada, draft.id),
  ]) {
    await keepTyped(ada, form(draft.id));
    await end();
    expect(await findTyped(db, draft.id, [ada.actor.actorId])).toBeNull();
  }
  await forgetTyped(ada, draft.id);
  expect(await db.$count(eventAutosaves, eq(eventAutosaves.eventId, draft.id))).toBe(0);
});
