import { eq, getTableName, sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { type Media, media } from "@/db/schema/media";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { processPicture } from "./process";
import { picturesShownBy, removePicture } from "./remove";
import { readStored, removeFilesOf, sizeOf } from "./storage";
import { storePicture } from "./store";
import { drawing } from "./testing/pictures";
import { makeVariants } from "./variants";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));
vi.mock("./variants", { spy: true });

const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });

async function upload(db: Database, kind: Media["kind"] = "avatar"): Promise<Media> {
  const file = await drawing(300, 300).png().toBuffer();
  return storePicture(system(db), { file, kind, alt: "", field: kind });
}

async function removals(db: Database): Promise<unknown[]> {
  const rows = await db.execute(sql`
    select payload from graphile_worker._private_jobs as jobs
      join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
      where tasks.identifier = 'remove-picture'`);
  return rows.map(({ payload }) => payload);
}

describe("removePicture", () => {
  test("forgets a picture that nothing shows, and its files later", async ({ db }) => {
    const { id, name } = await upload(db);
    await processPicture(system(db), id);

    await removePicture(system(db), id);
    await removePicture(system(db), id);

    expect(await db.select().from(media)).toEqual([]);
    expect(await removals(db)).toEqual([{ name }]);
    expect(await sizeOf(`${name}-96.webp`)).toBeGreaterThan(0);
    await removeFilesOf(name);
    await removeFilesOf(name);
    expect([await sizeOf(`${name}-96.webp`), await sizeOf(`${name}-256.webp`)]).toEqual([null, null]);
  });

  test("keeps one that something still shows, wherever that is", async ({ db }) => {
    const [avatar, banner, picture] = [
      await upload(db),
      await upload(db, "banner"),
      await upload(db, "picture"),
    ];
    await createIdentity(db, { avatarId: avatar.id });
    await createIdentity(db, { bannerId: banner.id });
    await createEvent(db, { pictureId: picture.id });

    for (const { id } of [avatar, banner, picture]) await removePicture(system(db), id);
    await removePicture(system(db), null);

    expect(await db.select().from(media)).toHaveLength(3);
    expect(await removals(db)).toEqual([]);
  });

  test("knows every column of the database that may show one", async ({ db }) => {
    const rows = await db.execute<{ shown_by: string }>(sql`
      select conrelid::regclass || '.' || attname as shown_by from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any(conkey)
        where contype = 'f' and confrelid = 'media'::regclass`);
    const known = picturesShownBy.map(
      ({ table, name }) =>
        `${getTableName(table)}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    );
    expect(rows.map((row) => row.shown_by).sort()).toEqual(known.sort());
  });

  test("leaves no file of a picture that is removed while it is worked on", async ({ db }) => {
    const { id, name } = await upload(db);
    const { makeVariants: make } = await vi.importActual<typeof import("./variants")>("./variants");
    vi.mocked(makeVariants).mockImplementationOnce(async (...given) => {
      await db.delete(media).where(eq(media.id, id));
      return make(...given);
    });

    await processPicture(system(db), id);

    expect([
      await readStored(name),
      await sizeOf(`${name}-96.webp`),
      await sizeOf(`${name}-256.webp`),
    ]).toEqual([null, null, null]);
  });
});

test("one upload of two identities has nothing in common that others see", async ({ db }) => {
  const file = await drawing(1600, 900).png().toBuffer();
  for (const kind of ["avatar", "banner"] as const) {
    const [one, two] = await Promise.all(
      [1, 2].map(async () => {
        const { id, name } = await storePicture(system(db), { file, kind, alt: "", field: kind });
        await processPicture(system(db), id);
        const [row] = await db.select().from(media).where(eq(media.id, id));
        const files = await Promise.all(
          (row?.widths ?? []).map((width) => readStored(`${name}-${width}.webp`)),
        );
        return { id, name, widths: row?.widths ?? [], files };
      }),
    );

    expect(one?.widths).toEqual(two?.widths);
    expect(one?.widths.length).toBeGreaterThan(1);
    expect(one?.id).not.toBe(two?.id);
    expect(one?.name.slice(0, 6)).not.toBe(two?.name.slice(0, 6));
    one?.files.forEach((bytes, index) => {
      expect(Buffer.from(bytes ?? [])).not.toEqual(Buffer.from(two?.files[index] ?? []));
    });
  }
});
