import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { events } from "@/db/schema/events";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { saveEvent } from "./save";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

describe("saveEvent", () => {
  test("makes one event of a form that was sent twice", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const form = { eventId: randomUUID(), isNew: true, intent: "publish" as const };

    const first = await saveEvent(ada, form, typed());
    const second = await saveEvent(ada, form, typed());

    expect(second.slug).toBe(first.slug);
    expect(await kindsOf(db, form.eventId)).toEqual(["event.published"]);
  });

  test("makes another event of a form that somebody went back to and filled in anew", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const form = { eventId: randomUUID(), isNew: true, intent: "publish" as const };

    const first = await saveEvent(ada, form, typed());
    const second = await saveEvent(ada, form, typed({ title: "Seed swap" }));
    const third = await saveEvent(stranger, form, typed());

    expect(new Set([first.slug, second.slug, third.slug]).size).toBe(3);
    expect(third.organizerId).toBe(stranger.actor.actorId);
    expect(await kindsOf(db, form.eventId)).toEqual(["event.published"]);
  });

  test("leaves no draft behind when publishing is refused", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const form = { eventId: randomUUID(), isNew: true, intent: "publish" as const };

    await expect(saveEvent(ada, form, typed({ title: "" }))).rejects.toMatchObject({ code: "invalid" });
    expect(await db.select().from(events).where(eq(events.id, form.eventId))).toEqual([]);
  });

  test("changes nothing of a draft when publishing is refused", async ({ db }) => {
    const { id: eventId, organizerId } = await createEvent(db, { publishedAt: null });
    const form = { eventId, isNew: false, intent: "publish" as const };

    const past = typed({ title: "Too late", startsAt: "2020-01-01T10:00", endsAt: "" });
    await expect(saveEvent(actingAs(db, organizerId), form, past)).rejects.toMatchObject({ code: "invalid" });
    const [draft] = await db.select().from(events).where(eq(events.id, eventId));
    expect(draft).toMatchObject({ title: "Repair café", publishedAt: null });
  });

  test("edits what is announced, but never as a draft", async ({ db }) => {
    const { id: eventId, organizerId } = await createEvent(db);
    const ada = actingAs(db, organizerId);

    const saved = await saveEvent(
      ada,
      { eventId, isNew: false, intent: "save" },
      typed({ title: "Repair night" }),
    );
    expect(saved).toMatchObject({ title: "Repair night", sequence: 1 });
    const asDraft = saveEvent(ada, { eventId, isNew: false, intent: "draft" }, typed());
    await expect(asDraft).rejects.toMatchObject({ reason: "event_already_published" });
  });

  test("refuses strangers, and what was discarded meanwhile", async ({ db }) => {
    const { id: eventId } = await createEvent(db, { publishedAt: null });
    const stranger = actingAs(db, (await createIdentity(db)).id);

    const taking = saveEvent(stranger, { eventId, isNew: false, intent: "draft" }, typed());
    await expect(taking).rejects.toMatchObject({ code: "forbidden" });
    const late = saveEvent(stranger, { eventId: randomUUID(), isNew: false, intent: "draft" }, typed());
    await expect(late).rejects.toMatchObject({ code: "not_found" });
  });

  for (const publishedAt of [null, new Date("2026-11-20T12:00:00Z")]) {
    const kind = publishedAt ? "an announced event" : "a draft";
    test(`overwrites nothing unseen in ${kind}: what was typed over an older version is refused`, async ({
      db,
    }) => {
      const { id: eventId, organizerId } = await createEvent(db, { publishedAt });
      const ada = actingAs(db, organizerId);
      const form = { eventId, isNew: false, intent: publishedAt ? ("save" as const) : ("draft" as const) };

      const first = await saveEvent(ada, form, { ...typed({ title: "In one tab" }), version: 0 });
      expect(first.version).toBe(1);
      const again = await saveEvent(ada, form, { ...typed({ title: "In one tab" }), version: 0 });
      expect(again.title).toBe("In one tab");
      const other = saveEvent(ada, form, { ...typed({ title: "In another" }), version: 0 });
      await expect(other).rejects.toMatchObject({ code: "conflict", reason: "changed_meanwhile" });
      const seen = await saveEvent(ada, form, {
        ...typed({ title: "In another" }),
        version: again.version,
      });
      expect(seen).toMatchObject({ title: "In another", version: again.version + 1 });
    });
  }
});
