import { beforeEach, describe, expect, test, vi } from "vitest";
import { keptText } from "./kept-texts";
import { dropEverything, dropTags, keptPages } from "./visitor/kept-pages";

const tomorrow = new Date(Date.now() + 86_400_000);
let keys = 0;

beforeEach(() => {
  dropEverything();
  keptPages().listening = true;
});

/** A text of its own, and how often it was read. */
function source(body = "old") {
  const read = vi.fn(async () => body);
  const key = `key ${keys++}`;
  const ask = (until = tomorrow) => keptText(key, { tags: ["upcoming"], until, read });
  return { read, ask };
}

describe("keptText", () => {
  test("reads once, until one of its tags is dropped", async () => {
    const { read, ask } = source();
    await ask();
    expect((await ask()).body).toBe("old");
    dropTags(["event:other"]);
    await ask();
    expect(read).toHaveBeenCalledTimes(1);

    read.mockResolvedValue("new");
    dropTags(["upcoming"]);
    expect((await ask()).body).toBe("new");
  });

  test("reads once for all who ask at a time, and anew for who asks after a change", async () => {
    const { read, ask } = source();
    await Promise.all([ask(), ask(), ask()]);
    expect(read).toHaveBeenCalledTimes(1);

    dropTags(["upcoming"]);
    const before = ask();
    dropTags(["upcoming"]);
    await Promise.all([before, ask()]);
    expect(read).toHaveBeenCalledTimes(3);
  });

  test("reads again when its time is over, and always while changes are not heard of", async () => {
    const { read, ask } = source();
    await ask(new Date(Date.now() - 1));
    await ask();
    expect(read).toHaveBeenCalledTimes(2);

    keptPages().listening = false;
    await ask();
    expect(read).toHaveBeenCalledTimes(3);
  });

  test("takes what was dropped while it read for old", async () => {
    const { read, ask } = source();
    read.mockImplementationOnce(async () => {
      dropTags(["upcoming"]);
      return "read too early";
    });
    await ask();
    expect((await ask()).body).toBe("old");
  });

  test("is newer, in full seconds, only when its bytes differ", async () => {
    const { read, ask } = source();
    const first = await ask();
    dropTags(["upcoming"]);
    expect(await ask()).toMatchObject({ etag: first.etag, lastModified: first.lastModified });

    read.mockResolvedValue("new");
    dropTags(["upcoming"]);
    const second = await ask();
    expect(second.etag).not.toBe(first.etag);
    expect(second.lastModified.getTime() - first.lastModified.getTime()).toBeGreaterThanOrEqual(1000);
    expect(second.lastModified.getTime() % 1000).toBe(0);
  });

  test("gives up the texts that were asked for longest ago when they grow too many", async () => {
    const small = source();
    await small.ask();
    for (let index = 0; index < 3; index++) await source("x".repeat(3 * 1024 * 1024)).ask();
    await small.ask();
    expect(small.read).toHaveBeenCalledTimes(2);
  });
});
