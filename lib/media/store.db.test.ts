import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { media } from "@/db/schema/media";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { inTransaction } from "@/lib/core/context";
import { readStored } from "./storage";
import { storePicture } from "./store";
import { sweepIncoming } from "./sweep";
import { blackPng } from "./testing/bombs";
import { env } from "./testing/env";
import { drawing } from "./testing/pictures";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));

const hour = 3_600_000;
const incoming = join(env().DATA_DIR, "media", "incoming");
const system = (db: Database, at = now) => ({ db, actor: { kind: "system" as const }, now: at });
const picture = { kind: "picture", alt: "", field: "picture" } as const;
const refused = (field: string, reason: string) => ({ code: "invalid", fieldErrors: { [field]: [reason] } });

async function lieSince(name: string, at: Date): Promise<void> {
  await utimes(join(incoming, name), at, at);
}

describe("storePicture", () => {
  test("keeps the upload and enqueues its processing", async ({ db }) => {
    const file = await drawing(40, 30).png().toBuffer();
    const stored = await storePicture(system(db), { ...picture, file, alt: "A bell" });

    expect(stored).toMatchObject({
      status: "waiting",
      kind: "picture",
      alt: "A bell",
      width: null,
      widths: [],
    });
    expect(stored.name).toMatch(/^[a-z2-9]{20}$/);
    const jobs = await db.execute(sql`select task_identifier, queue_name from graphile_worker.jobs`);
    expect([...jobs]).toEqual([{ task_identifier: "process-picture", queue_name: "pictures" }]);
  });

  test("gives every upload a name of its own, also the same one twice", async ({ db }) => {
    const file = await drawing(40, 30).png().toBuffer();
    const one = await storePicture(system(db), { ...picture, file });
    const two = await storePicture(system(db), { ...picture, file });

    expect(one.name.slice(0, 8)).not.toBe(two.name.slice(0, 8));
  });

  test("refuses what is too large before it looks at it, beside the field", async ({ db }) => {
    const avatar = { kind: "avatar", alt: "", field: "avatar" } as const;
    const mega = 1024 * 1024;

    for (const file of [Buffer.alloc(2 * mega + 1), new Blob([Buffer.alloc(2 * mega + 1)])]) {
      await expect(storePicture(system(db), { ...avatar, file })).rejects.toMatchObject(
        refused("avatar", "picture_too_large"),
      );
    }
    await expect(storePicture(system(db), { ...avatar, file: Buffer.alloc(2 * mega) })).rejects.toMatchObject(
      refused("avatar", "picture_not_readable"),
    );
    const banner = { kind: "banner", alt: "", field: "banner" } as const;
    await expect(
      storePicture(system(db), { ...banner, file: Buffer.alloc(4 * mega + 1) }),
    ).rejects.toMatchObject(refused("banner", "picture_too_large"));
    await expect(
      storePicture(system(db), { ...picture, file: Buffer.alloc(10 * mega + 1) }),
    ).rejects.toMatchObject(refused("picture", "picture_too_large"));
  });

  test("refuses a page that calls itself a picture, and a bomb, and keeps nothing", async ({ db }) => {
    await mkdir(incoming, { recursive: true });
    const before = await readdir(incoming);
    const page = new File(["<html><script>alert(1)</script>"], "photo.jpg", { type: "image/jpeg" });

    await expect(storePicture(system(db), { ...picture, file: page })).rejects.toMatchObject(
      refused("picture", "picture_not_readable"),
    );
    await expect(
      storePicture(system(db), { ...picture, file: blackPng(30_000, 30_000) }),
    ).rejects.toMatchObject(refused("picture", "picture_too_many_pixels"));
    expect(await readdir(incoming)).toEqual(before);
    expect(await db.select().from(media)).toEqual([]);
  });
});

describe("sweepIncoming", () => {
  test("throws away the upload of a transaction that was rolled back, after an hour", async ({ db }) => {
    const file = await drawing(40, 30).png().toBuffer();
    let name = "";
    const rolledBack = inTransaction(system(db), async (tx) => {
      name = (await storePicture(tx, { ...picture, file })).name;
      throw new Error("event_full");
    });
    await expect(rolledBack).rejects.toThrow("event_full");
    expect(await db.select().from(media)).toEqual([]);

    await lieSince(name, new Date(now.getTime() - hour + 1000));
    await sweepIncoming(system(db));
    expect(await readStored(name)).not.toBeNull();

    await lieSince(name, new Date(now.getTime() - hour - 1000));
    await sweepIncoming(system(db));
    expect(await readStored(name)).toBeNull();
  });

  test("keeps what still waits for its turn, and gives it up after a week", async ({ db }) => {
    const file = await drawing(40, 30).png().toBuffer();
    const { id, name } = await storePicture(system(db), { ...picture, file });
    await lieSince(name, new Date(now.getTime() - hour - 1000));

    await sweepIncoming(system(db));
    expect(await readStored(name)).not.toBeNull();

    await sweepIncoming(system(db, new Date(now.getTime() + 8 * 24 * hour)));
    expect(await readStored(name)).toBeNull();
    expect(await db.select({ status: media.status }).from(media).where(eq(media.id, id))).toEqual([
      { status: "failed" },
    ]);
  });
});
