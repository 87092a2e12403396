import { beforeEach, describe, expect, test } from "vitest";
import {
  beginReading,
  dropEverything,
  dropTags,
  findKept,
  keepPage,
  keptPages,
  type Reading,
} from "./kept-pages";

beforeEach(() => {
  dropEverything();
  Object.assign(keptPages(), { maxBytes: 1_000 });
});

function keep(
  key: string,
  { tags = [] as string[], bytes = 100, until = Number.POSITIVE_INFINITY, reading = beginReading() } = {},
) {
  return keepPage(key, { nextKey: key, value: { kind: "FETCH" } as never, tags, bytes, until }, reading);
}

function isKept(key: string): boolean {
  return keptPages().pages.has(key);
}

describe("kept pages", () => {
  test("are found until one of their tags is dropped", () => {
    keep("/a", { tags: ["event:a", "upcoming"] });
    keep("/b", { tags: ["event:b"] });

    dropTags(["upcoming"]);

    expect(findKept("/a")).toBeNull();
    expect(findKept("/b")).not.toBeNull();
  });

  test("are not kept when a tag was dropped after their data began to be read", () => {
    const reading = beginReading();
    dropTags(["event:a"]);

    expect(keep("/a", { tags: ["event:a"], reading })).toEqual(["/a"]);
    expect(keep("/b", { tags: ["event:b"], reading })).toEqual([]);
    expect(keep("/a", { tags: ["event:a"] })).toEqual([]);
  });

  test("are not kept when everything was dropped meanwhile, or more than can be remembered", () => {
    const readings: Reading[] = [beginReading()];
    dropEverything();
    readings.push(beginReading());
    for (let i = 0; i <= 10_000; i++) dropTags([`event:${i}`]);

    for (const reading of readings) keep("/a", { tags: ["event:a"], reading });

    expect(isKept("/a")).toBe(false);
    expect(keptPages().droppedAt.size).toBeLessThanOrEqual(10_000);
  });

  test("give way, those not asked for longest first, when the memory is full", () => {
    for (const key of ["/a", "/b", "/c"]) keep(key, { bytes: 300 });
    findKept("/a");

    expect(keep("/d", { bytes: 300 })).toEqual(["/b"]);
    expect(keptPages().bytes).toBe(900);
  });

  test("that are larger than the memory are not kept, and push nothing out", () => {
    keep("/a");

    expect(keep("/huge", { bytes: 1_001 })).toEqual(["/huge"]);
    expect(isKept("/a")).toBe(true);
  });

  test("are found until their time is over", () => {
    keep("/over", { until: Date.now() });
    keep("/on", { until: Date.now() + 60_000 });

    expect(findKept("/over")).toBeNull();
    expect(findKept("/on")).not.toBeNull();
    expect(keptPages().bytes).toBe(100);
  });

  test("are counted once when they are rendered again", () => {
    keep("/a", { bytes: 100 });
    keep("/a", { bytes: 200 });

    expect(keptPages().bytes).toBe(200);
  });
});
