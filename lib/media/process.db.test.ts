import { eq, sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { type Media, media } from "@/db/schema/media";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { processPicture } from "./process";
import { pictureSources } from "./sources";
import { readStored, sizeOf } from "./storage";
import { storePicture } from "./store";
import { drawing, phonePhoto } from "./testing/pictures";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));

const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });

async function reload(db: Database, { id }: Media): Promise<Media | undefined> {
  return (await db.select().from(media).where(eq(media.id, id)))[0];
}

describe("processPicture", () => {
  test("makes an upload ready, says so once, and forgets the original", async ({ db }) => {
    const file = new Blob([new Uint8Array(await phonePhoto(800, 1200))]);
    const stored = await storePicture(system(db), {
      file,
      kind: "picture",
      alt: "A square",
      field: "picture",
    });
    expect(await readStored(stored.name)).not.toBeNull();

    await processPicture(system(db), stored.id);
    const first = await reload(db, stored);
    const bytes = await readStored(`${stored.name}-480.webp`);
    await processPicture(system(db), stored.id);

    expect(first).toMatchObject({ status: "ready", width: 1200, height: 800, widths: [480, 960, 1200] });
    const sizes = first!.widths.map((width) => sizeOf(`${stored.name}-${width}.webp`));
    expect(first!.bytes).toBe((await Promise.all(sizes)).reduce<number>((sum, size) => sum + size!, 0));
    expect(await reload(db, stored)).toEqual(first);
    expect(await readStored(`${stored.name}-480.webp`)).toEqual(bytes);
    expect(pictureSources(first)).toMatchObject({ src: `/media/${stored.name}-1200.webp`, alt: "A square" });
    expect(await readStored(stored.name)).toBeNull();
    const facts = await db
      .select()
      .from(journal)
      .where(eq(journal.payload, { mediaId: stored.id }));
    expect(facts.map(({ kind }) => kind)).toEqual(["media.ready"]);
  });

  test("gives a picture up that turns out to be broken", async ({ db }) => {
    const whole = await drawing(900, 900).jpeg().toBuffer();
    const file = whole.subarray(0, whole.length / 2);
    const stored = await storePicture(system(db), { file, kind: "avatar", alt: "", field: "avatar" });

    await processPicture(system(db), stored.id);
    await processPicture(system(db), stored.id);

    expect(await reload(db, stored)).toMatchObject({ status: "failed", width: null, widths: [] });
    expect(await readStored(stored.name)).toBeNull();
    expect(await db.select().from(journal)).toEqual([]);
  });

  test("goes on where a crash ended it", async ({ db }) => {
    const file = await drawing(300, 300).png().toBuffer();
    const stored = await storePicture(system(db), { file, kind: "avatar", alt: "", field: "avatar" });
    const broken = vi.spyOn(db, "transaction").mockRejectedValueOnce(new Error("connection lost"));

    await expect(processPicture(system(db), stored.id)).rejects.toThrow("connection lost");
    broken.mockRestore();
    expect(await reload(db, stored)).toMatchObject({ status: "waiting" });
    await processPicture(system(db), stored.id);

    expect(await reload(db, stored)).toMatchObject({ status: "ready", widths: [96, 256] });
    expect(await sizeOf(`${stored.name}-96.webp`)).toBeGreaterThan(0);
  });

  test("does nothing for a picture that is gone", async ({ db }) => {
    await processPicture(system(db), "019a0000-0000-7000-8000-000000000000");
    expect(await db.execute(sql`select 1 from journal`)).toHaveLength(0);
  });
});
