import { inArray, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { media } from "@/db/schema/media";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { weighPictures } from "./weigh";

test("weighs the files of all pictures, and tells at once what clearing up brought", async ({ db }) => {
  expect(await weighPictures(db, now)).toEqual({ count: 0, bytes: 0 });
  await add(db, 3, 2_000_000_000);
  expect(await weighPictures(db, now)).toEqual({ count: 3, bytes: 6_000_000_000 });
  await db.delete(media).where(inArray(media.name, ["picture1", "picture2"]));
  expect(await weighPictures(db, now)).toEqual({ count: 1, bytes: 2_000_000_000 });
});

test("weighs many only every ten minutes", async ({ db }) => {
  await add(db, 10_001, 5);
  const weight = await weighPictures(db, now);
  await db.delete(media);
  expect(await weighPictures(db, now)).toMatchObject(weight);
  const later = new Date(now.getTime() + 10 * 60_000);
  expect(await weighPictures(db, later)).toEqual({ count: 0, bytes: 0 });
});

async function add(db: Database, count: number, bytes: number) {
  await db.execute(sql`insert into media (id, name, kind, status, width, height, bytes)
    select gen_random_uuid(), 'picture' || i, 'picture', 'ready', 1, 1, ${bytes}::int from generate_series(1, ${count}::int) i`);
}
