import { expect } from "vitest";
import { media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { ownDataDir } from "@/lib/departure/testing/data-dir";
import { openDesk } from "../desk";
import { clean } from "./clean";

ownDataDir();

test("throws away what was uploaded long ago for a text that was never saved", async ({ db }) => {
  const { id: uploaderId } = await createIdentity(db);
  const values = ["old", "new"].map((name) => ({ name, kind: "picture" as const }));
  const [old, fresh] = await db.insert(media).values(values).returning();
  const upload = { eventId: "00000000-0000-7000-8000-000000000000", uploaderId };
  await db.insert(pictureUploads).values([
    { ...upload, mediaId: old!.id, createdAt: new Date("2026-09-01T12:00Z") },
    { ...upload, mediaId: fresh!.id, createdAt: now },
  ]);
  const said: string[] = [];
  const desk = openDesk(db, { say: (text) => said.push(text), now });
  await clean(desk);
  await clean(desk);
  expect(await db.select({ name: media.name }).from(media)).toEqual([{ name: "new" }]);
  expect(said[0]).toContain("1 of 2 pictures");
  expect(said[1]).toContain("0 of 1 pictures");
});
