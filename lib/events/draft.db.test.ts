import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventTags } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { actingAs, createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft, reviseDraft } from "./draft";
import { findEventBySlug } from "./queries";
import { removeEvent } from "./remove";
import { typed } from "./testing/typed";

describe("createDraft", () => {
  test("keeps what was typed, for the organiser's eyes only, and tells nobody", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const stranger = actingAs(db, (await createIdentity(db)).id);

    const draft = await createDraft(ada, typed());

    expect(draft).toMatchObject({ title: "Repair café", publishedAt: null, organizerId: ada.actor.actorId });
    expect(draft.startsAt).toEqual(new Date("2026-12-01T18:00:00Z"));
    expect(draft.descriptionHtml).toContain("<strong>broken</strong>");
    expect(await tagsOf(db, draft.id)).toEqual(["repair", "café"]);
    expect(await findEventBySlug(db, draft.slug, ada.actor)).not.toBeNull();
    expect(await findEventBySlug(db, draft.slug, stranger.actor)).toBeNull();
    expect(await db.select().from(journal)).toEqual([]);
  });

  test("asks for nothing yet", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const draft = await createDraft(
      ada,
      typed({ title: "", startsAt: "", endsAt: "", tags: [], capacity: null }),
    );
    expect(draft).toMatchObject({ title: "", startsAt: null, endsAt: null, capacity: null });
  });

  test("refuses times that do not exist, or end before they start, and unknown zones", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const refused = (values: Parameters<typeof typed>[0]) => expect(createDraft(ada, typed(values))).rejects;

    await refused({ startsAt: "2027-03-28T02:30", endsAt: "" }).toMatchObject({
      fieldErrors: { startsAt: ["time_does_not_exist"] },
    });
    await refused({ endsAt: "2026-12-01T18:00" }).toMatchObject({
      fieldErrors: { endsAt: ["end_before_start"] },
    });
    await refused({ startsAt: "" }).toMatchObject({ fieldErrors: { startsAt: ["start_missing"] } });
    await refused({ zone: "Europe/Nowhere", startsAt: "", endsAt: "" }).toMatchObject({
      fieldErrors: { zone: ["zone_not_valid"] },
    });
  });

  test("is not for visitors", async ({ db }) => {
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    await expect(createDraft(visitor, typed())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("reviseDraft", () => {
  test("saves again, as often as one likes", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const { id } = await createDraft(ada, typed());

    await reviseDraft(ada, id, typed({ title: "Repair night", tags: ["night"] }));
    const again = await reviseDraft(ada, id, typed({ title: "Repair night", tags: ["night"] }));

    expect(again).toMatchObject({ title: "Repair night", sequence: 0 });
    expect(await tagsOf(db, id)).toEqual(["night"]);
  });

  test("refuses for another identity of the same account", async ({ db }) => {
    const { draft, otherFace } = await draftOfTwoFaces(db);
    const revising = reviseDraft(actingAs(db, otherFace.id), draft.id, typed());
    await expect(revising).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses once it is published", async ({ db }) => {
    const event = await createEvent(db);
    const revising = reviseDraft(actingAs(db, event.organizerId), event.id, typed());
    await expect(revising).rejects.toMatchObject({ reason: "event_already_published" });
  });
});

describe("announcing again", () => {
  test("shows the picture of the event that is copied, and lets go of it alone", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const [picture] = await db
      .insert(media)
      .values({ name: "shared", kind: "picture", alt: "", status: "ready" })
      .returning();
    const first = await createEvent(db, { organizerId: ada.actor.actorId, pictureId: picture!.id });
    const copy = await createDraft(ada, { ...typed(), copyOf: first.id });
    expect(copy.pictureId).toBe(picture!.id);
    await removeEvent(ada, copy);
    expect(await db.$count(media)).toBe(1);

    const stranger = actingAs(db, (await createIdentity(db)).id);
    expect((await createDraft(stranger, { ...typed(), copyOf: first.id })).pictureId).toBeNull();
    expect((await createDraft(ada, { ...typed(), copyOf: crypto.randomUUID() })).pictureId).toBeNull();
  });
});

async function draftOfTwoFaces(db: Database) {
  const account = await createAccount(db);
  const organizer = await createIdentity(db, { account });
  const otherFace = await createIdentity(db, { account });
  return { otherFace, draft: await createEvent(db, { organizerId: organizer.id, publishedAt: null }) };
}

async function tagsOf(db: Database, eventId: string) {
  const rows = await db
    .select()
    .from(eventTags)
    .where(eq(eventTags.eventId, eventId))
    .orderBy(asc(eventTags.position));
  return rows.map(({ tag }) => tag);
}
