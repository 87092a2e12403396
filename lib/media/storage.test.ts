import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openFile, putFile, readStored, removeFile, sizeOf } from "./storage";
import { env } from "./testing/env";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));

const original = "abcdefghjkmnpqrstuvw";
const variant = `${original}-480.webp`;

describe("storage", () => {
  test("gives back what was put, and nothing after it was removed", async () => {
    await putFile(variant, Buffer.from("bell"));

    expect(await readStored(variant)).toEqual(Buffer.from("bell"));
    expect(await sizeOf(variant)).toBe(4);
    const opened = await openFile(variant);
    expect([opened?.size, await new Response(opened?.body).text()]).toEqual([4, "bell"]);

    await removeFile(variant);
    await removeFile(variant);
    expect([await readStored(variant), await sizeOf(variant), await openFile(variant)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("spreads finished files over two levels and leaves nothing half-written", async () => {
    await putFile(variant, Buffer.from("one"));
    await putFile(variant, Buffer.from("two"));

    expect(await readdir(join(env().DATA_DIR, "media", "a", "b"))).toEqual([variant]);
    const file = await stat(join(env().DATA_DIR, "media", "a", "b", variant));
    expect(file.mode & 0o077).toBe(0);
  });

  test.each([
    "",
    "..",
    "../../etc/passwd",
    `../${original}`,
    `${original}/..`,
    `${original}-0.webp`,
    `${original}-480.webp.tmp`,
    `${original}-480.webp\0`,
    `${original}\n`,
    original.toUpperCase(),
    `incoming/${original}`,
  ])("accepts no name like %j", async (name) => {
    await expect(putFile(name, Buffer.from("x"))).rejects.toThrow("not the name of a picture");
    await expect(readStored(name)).rejects.toThrow("not the name of a picture");
    await expect(removeFile(name)).rejects.toThrow("not the name of a picture");
  });
});
