import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { pendingUpdates } from "@/db/schema/pending-updates";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft } from "./draft";
import { editEvent } from "./edit";
import { publishEvent } from "./publish";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

describe("editEvent", () => {
  test("changes an announced event and says what changed", async ({ db }) => {
    const { ada, id } = await announced(db);

    const edited = await editEvent(ada, id, typed({ placeName: "Town hall", startsAt: "2026-12-01T18:30" }));

    expect(edited).toMatchObject({ placeName: "Town hall", sequence: 1 });
    expect(await lastChange(db)).toEqual(["startsAt", "placeName", "placeId"]);
  });

  test("records nothing when nothing changed", async ({ db }) => {
    const { ada, id } = await announced(db);
    expect(await editEvent(ada, id, typed())).toMatchObject({ sequence: 0 });
    expect(await kindsOf(db, id)).toEqual(["event.published"]);
  });

  test("notices new tags, and a picture described anew", async ({ db }) => {
    const { ada, id } = await announced(db);
    const [picture] = await db.insert(media).values({ name: "random", kind: "picture" }).returning();
    await db.update(events).set({ pictureId: picture!.id }).where(eq(events.id, id));

    const words = { tags: ["repair"], pictureAlt: "Ada mends a radio" };
    const edited = await editEvent(ada, id, typed(words));
    await editEvent(ada, id, typed(words));

    expect(edited).toMatchObject({ pictureId: picture!.id, sequence: 1 });
    expect(await lastChange(db)).toEqual(["tags", "pictureAlt"]);
    expect(await db.select({ alt: media.alt }).from(media)).toEqual([{ alt: "Ada mends a radio" }]);
    expect(await kindsOf(db, id)).toEqual(["event.published", "event.updated"]);
  });

  test("remembers what people were told when only the town of the place changes", async ({ db }) => {
    const { ada, id } = await announced(db);
    const edited = await editEvent(ada, id, typed({ postalCode: "38000", locality: "Grenoble" }));

    expect(edited.placeAddress).toBe("12 rue des Tanneurs, 38000 Grenoble");
    const [told] = await db.select({ steps: pendingUpdates.steps }).from(pendingUpdates);
    expect(told?.steps[0]?.before.placeAddress).toBe("12 rue des Tanneurs, 69007 Lyon");
  });

  test("keeps the start that was announced first, until it holds again", async ({ db }) => {
    const { ada, id } = await announced(db);
    const startsAt = async (local: string) =>
      (await editEvent(ada, id, typed({ startsAt: local, endsAt: "" }))).previousStartsAt;
    const first = new Date("2026-12-01T18:00:00Z");

    expect(await startsAt("2026-12-01T19:05")).toBeNull();
    expect(await startsAt("2026-12-01T19:00")).toBeNull();
    expect(await startsAt("2026-12-03T19:00")).toEqual(first);
    expect(await startsAt("2026-12-08T20:00")).toEqual(first);
    expect(await startsAt("2026-12-01T18:57")).toBeNull();
  });

  test("remembers nothing to tell when only what nobody is told of changed", async ({ db }) => {
    const { ada, id } = await announced(db);
    await editEvent(ada, id, typed({ description: "Bring cake.", capacity: 3 }));
    expect(await db.select().from(pendingUpdates)).toEqual([]);
  });

  test("throws nobody out when there are fewer places", async ({ db }) => {
    const { ada, id } = await announced(db);
    await createParticipation(db, { id }, { status: "approved" });
    await createParticipation(db, { id }, { status: "approved" });

    expect(await editEvent(ada, id, typed({ capacity: 1 }))).toMatchObject({ capacity: 1 });
    const rows = await db.select({ status: participations.status }).from(participations);
    expect(rows).toEqual([{ status: "approved" }, { status: "approved" }]);
  });

  test("refuses for another identity of the same account", async ({ db }) => {
    const account = await createAccount(db);
    const { id: organizerId } = await createIdentity(db, { account });
    const otherFace = await createIdentity(db, { account });
    const { id } = await createEvent(db, { organizerId });

    const editing = editEvent(actingAs(db, otherFace.id), id, typed());
    await expect(editing).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses what an announced event cannot be without", async ({ db }) => {
    const { ada, id } = await announced(db);
    const editing = editEvent(ada, id, typed({ title: "", startsAt: "", endsAt: "" }));
    await expect(editing).rejects.toMatchObject({
      fieldErrors: { title: ["title_too_short"], startsAt: ["start_missing"] },
    });
  });

  test("refuses drafts and cancelled events", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const cancelled = await createEvent(db, { status: "cancelled" });

    const editingDraft = editEvent(actingAs(db, draft.organizerId), draft.id, typed());
    await expect(editingDraft).rejects.toMatchObject({ reason: "event_not_published" });
    const editingCancelled = editEvent(actingAs(db, cancelled.organizerId), cancelled.id, typed());
    await expect(editingCancelled).rejects.toMatchObject({ reason: "event_cancelled" });
  });
});

async function announced(db: Database) {
  const ada = actingAs(db, (await createIdentity(db)).id);
  const { id } = await createDraft(ada, typed());
  await publishEvent(ada, id);
  return { ada, id };
}

async function lastChange(db: Database) {
  const [fact] = await db
    .select({ changed: sql`${journal.payload} -> 'changed'` })
    .from(journal)
    .where(eq(journal.kind, "event.updated"));
  return fact!.changed;
}
