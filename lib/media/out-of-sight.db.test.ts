import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventPictures, events } from "@/db/schema/events";
import { type Media, media } from "@/db/schema/media";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { randomSlug } from "@/lib/core/text/random-slug";
import { nameLength } from "./name";
import { isOutOfSight } from "./out-of-sight";

test("a picture is out of sight while all that shows it is", async ({ db }) => {
  const picture = await createPicture(db);
  const one = await createIdentity(db, { avatarId: picture.id });
  const event = await createEvent(db, { organizerId: one.id, pictureId: picture.id });
  const hidden = () => isOutOfSight(db, `${picture.name}-480.webp`);

  expect(await hidden()).toBe(false);
  await suspend(db, one.id, now);
  expect(await hidden()).toBe(false);
  await remove(db, event.id, "suspension");
  expect(await hidden()).toBe(true);
  expect(await isOutOfSight(db, picture.name)).toBe(true);
  await suspend(db, one.id, null);
  expect(await hidden()).toBe(false);
});

test("so are banners, and pictures in the text of an event that was taken off", async ({ db }) => {
  const [banner, inText] = [await createPicture(db), await createPicture(db)];
  const one = await createIdentity(db, { bannerId: banner.id });
  const event = await createEvent(db);
  await db.insert(eventPictures).values({ eventId: event.id, mediaId: inText.id });
  await suspend(db, one.id, now);
  await remove(db, event.id, "moderators");

  expect(await isOutOfSight(db, `${banner.name}-480.webp`)).toBe(true);
  expect(await isOutOfSight(db, `${inText.name}-480.webp`)).toBe(true);
  await remove(db, event.id, null);
  expect(await isOutOfSight(db, `${inText.name}-480.webp`)).toBe(false);
});

test("what nothing shows is not, nor what its organiser deleted, nor what nobody knows", async ({ db }) => {
  const [free, deleted] = [await createPicture(db), await createPicture(db)];
  await createEvent(db, { pictureId: deleted.id, deletedAt: now });

  for (const { name } of [free, deleted, { name: "zzzzzzzzzzzzzzzzzzzz" }])
    expect(await isOutOfSight(db, `${name}-480.webp`)).toBe(false);
});

async function createPicture(db: Database): Promise<Media> {
  const [picture] = await db
    .insert(media)
    .values({ name: randomSlug(nameLength), kind: "picture" })
    .returning();
  return picture!;
}

async function suspend(db: Database, id: string, at: Date | null) {
  await db.update(actors).set({ suspendedAt: at, deletedAt: at }).where(eq(actors.id, id));
}

async function remove(db: Database, id: string, removal: "suspension" | "moderators" | null) {
  await db
    .update(events)
    .set({ removal, deletedAt: removal && now })
    .where(eq(events.id, id));
}
